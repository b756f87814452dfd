import type { participation } from '@entente/shared/participation/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { allows, openTo } from '../../platform/rules/policy.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { ofOwnOrganization, visibleToConcerned } from '../partnerships/policy.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { namesOf } from '../users/queries.ts'
import { participationPolicy } from './policy.ts'
import { presentConsultation, presentObjection, stateOf, type Viewer, withParties } from './presenter.ts'

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
  const moving = isOpen(program)
  return {
    consultations: consultations.map((row) => presentConsultation(row, people, call, tx.today)),
    objections: objections.map((row) => presentObjection(row, people, call)),
    can: openTo({
      consult: moving && allows(participationPolicy.consult, actor, program),
      object: moving && allows(participationPolicy.object, actor, program),
    }),
  }
}

/** Whether the organization is being asked now: neither answered nor silent for five working days. */
export const isBeingAsked = async (tx: Tx, programId: string, organizationId: string) => {
  const rows = await tx.db.consultation.findMany({ where: { programId, organizationId, answeredAt: null } })
  return rows.some((row) => stateOf(row, tx.today) === 'open')
}

/** One consultation as this person sees it; used after every change. */
export const consultationFor = async (tx: Tx, viewer: Viewer, id: string) => {
  const row = await tx.db.consultation.findUnique({ where: { id }, include: withParties })
  if (row === null) throw notFound()
  return presentConsultation(row, await namesOf(tx, [row.openedById, row.answeredById]), viewer, tx.today)
}

/** One objection as this person sees it; used after every change. */
export const objectionFor = async (tx: Tx, viewer: Viewer, id: string) => {
  const row = await tx.db.objection.findUnique({ where: { id }, include: withParties })
  if (row === null) throw notFound()
  return presentObjection(row, await namesOf(tx, [row.raisedById, row.answeredById]), viewer)
}
