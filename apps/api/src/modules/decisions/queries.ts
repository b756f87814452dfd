import type { decisions } from '@entente/shared/decisions/contract'
import { outcomesAt } from '@entente/shared/decisions/rules'
import type { Program } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Added, recorded } from '../../platform/records/changing.ts'
import { allowedOn, allows } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { authorizationsAround, covers } from './authorization-queries.ts'
import { decidedPlans } from './plan-facts.ts'
import { programDecisionPolicy, waiverPolicy } from './policy.ts'
import {
  type DecisionRow,
  peopleOfAuthorization,
  presentAuthorization,
  presentDecision,
  presentWaiver,
  type WaiverRow,
  withProgram,
  withRequest,
} from './presenter.ts'

export const waiverVisible = visibleThrough((tx, id) =>
  tx.db.waiver.findUnique({ where: { id }, select: { programId: true } }),
)

/** Outcomes that can be recorded on the program at its present stage, with the plan it now has. */
export const outcomesFor = async (tx: Tx, program: Program) => {
  const decided = (await decidedPlans(tx, [program.id])).get(program.id)
  const isRevised =
    decided !== undefined && !(decided.money.equals(program.plannedMoney) && decided.days.equals(program.plannedDays))
  return outcomesAt(program.path, program.stage, isRevised)
}

/** What was decided and waived, and the authorizations that cover the program, those awaited and withdrawn among them. */
export const decisionsOfProgram = async (call: CallOf<typeof decisions.ofProgram>) => {
  const { actor } = call
  const tx = await reading(call.server)
  const programId = call.params.id
  const [program, made, waivers, authorizations] = await Promise.all([
    tx.db.program.findUniqueOrThrow({ where: { id: programId } }),
    tx.db.decision.findMany({ where: { programId }, include: withRequest, orderBy: { decidedAt: 'desc' } }),
    tx.db.waiver.findMany({ where: { programId }, include: withProgram, orderBy: { proposedAt: 'desc' } }),
    authorizationsAround(tx),
  ])
  const people = await namesOf(tx, [
    ...made.map((row) => row.decidedById),
    ...waivers.flatMap((row) => [row.proposedById, row.decidedById]),
    ...authorizations.flatMap(peopleOfAuthorization),
  ])
  const mayDecide = allows(programDecisionPolicy.decide, program, actor)
  const outcomes = mayDecide ? await outcomesFor(tx, program) : []
  const { can, cannot } = allowedOn(programDecisionPolicy, program, actor)
  return {
    decisions: made.map((row) => presentDecision(row, people)),
    waivers: waivers.map((row) => presentWaiver(row, people, actor)),
    authorizations: authorizations
      .filter((row) => covers(row, program.countryCode))
      .map((row) => presentAuthorization(row, people, actor)),
    outcomes,
    can: can.filter((action) => action !== 'decide' || outcomes.length > 0),
    cannot,
  }
}

/** A decision, for the command that records one. */
export const decisionRecord = {
  resource: 'decisions',
  noun: 'decision',
  find: (tx, id) => tx.db.decision.findUniqueOrThrow({ where: { id }, include: withRequest }),
  present: async (tx, _actor, row) => presentDecision(row, await namesOf(tx, [row.decidedById])),
  programOf: ({ programId }) => programId,
} satisfies Added<DecisionRow, ReturnType<typeof presentDecision>>

/** A waiver, for the commands that change one. */
export const waiverRecord = recorded<WaiverRow>()({
  resource: 'decisions',
  noun: 'waiver',
  table: 'waivers',
  policy: waiverPolicy,
  visible: waiverVisible,
  find: (tx, id) => tx.db.waiver.findUniqueOrThrow({ where: { id }, include: withProgram }),
  present: async (tx, actor, row) => presentWaiver(row, await namesOf(tx, [row.proposedById, row.decidedById]), actor),
  programOf: ({ programId }) => programId,
})
