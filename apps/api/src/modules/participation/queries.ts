import type { participation } from '@entente/shared/participation/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { ofOwnOrganization, visibleToConcerned } from '../partnerships/policy.ts'
import { namesOf } from '../users/queries.ts'
import { consultationPolicy, objectionPolicy, programParticipationPolicy } from './policy.ts'
import {
  type ConsultationRow,
  type ObjectionRow,
  presentConsultation,
  presentObjection,
  stateOf,
  withParties,
} from './presenter.ts'

const whose = { programId: true, organizationId: true }

export const consultationVisible = visibleToConcerned((tx, id) =>
  tx.db.consultation.findUnique({ where: { id }, select: whose }),
)
export const objectionVisible = visibleToConcerned((tx, id) =>
  tx.db.objection.findUnique({ where: { id }, select: whose }),
)

/** Who was asked, what they said and what they object to; a partner sees its own organization's part only. */
export const participationOfProgram = async (call: CallOf<typeof participation.ofProgram>) => {
  const { actor } = call
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const where = { programId: program.id, ...ofOwnOrganization(actor) }
  const [consultations, objections] = await Promise.all([
    tx.db.consultation.findMany({ where, include: withParties, orderBy: { openedAt: 'desc' } }),
    tx.db.objection.findMany({ where, include: withParties, orderBy: { raisedAt: 'desc' } }),
  ])
  const people = await namesOf(tx, [
    ...consultations.flatMap((row) => [row.openedById, row.answeredById]),
    ...objections.flatMap((row) => [row.raisedById, row.answeredById]),
  ])
  return {
    consultations: consultations.map((row) => presentConsultation(row, people, actor, tx.today)),
    objections: objections.map((row) => presentObjection(row, people, actor)),
    ...allowedOn(programParticipationPolicy, program, actor),
  }
}

/** Whether the organization is being asked now: neither answered nor silent for five working days. */
export const isBeingAsked = async (tx: Tx, programId: string, organizationId: string) => {
  const rows = await tx.db.consultation.findMany({ where: { programId, organizationId, answeredAt: null } })
  return rows.some((row) => stateOf(row, tx.today) === 'open')
}

/** A consultation, for the commands that change one. */
export const consultationRecord = recorded<ConsultationRow>()({
  resource: 'participation',
  noun: 'consultation',
  table: 'consultations',
  policy: consultationPolicy,
  visible: consultationVisible,
  find: (tx, id) => tx.db.consultation.findUniqueOrThrow({ where: { id }, include: withParties }),
  present: async (tx, actor, row) =>
    presentConsultation(row, await namesOf(tx, [row.openedById, row.answeredById]), actor, tx.today),
  programOf: ({ programId }) => programId,
})

/** An objection, for the commands that change one. */
export const objectionRecord = recorded<ObjectionRow>()({
  resource: 'participation',
  noun: 'objection',
  table: 'objections',
  policy: objectionPolicy,
  visible: objectionVisible,
  find: (tx, id) => tx.db.objection.findUniqueOrThrow({ where: { id }, include: withParties }),
  present: async (tx, actor, row) =>
    presentObjection(row, await namesOf(tx, [row.raisedById, row.answeredById]), actor),
  programOf: ({ programId }) => programId,
})
