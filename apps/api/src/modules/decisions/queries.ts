import type { decisions } from '@entente/shared/decisions/contract'
import { outcomesAt } from '@entente/shared/decisions/rules'
import { isFinal, stage } from '@entente/shared/programs/workflow'
import type { Authorization, Prisma, Program } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Added, recorded } from '../../platform/records/changing.ts'
import { allowedOn, allows } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { decidedPlans } from './plan-facts.ts'
import { authorizationsPolicy, programDecisionPolicy, waiverPolicy } from './policy.ts'
import {
  type DecisionRow,
  presentAuthorization,
  presentDecision,
  presentWaiver,
  type WaiverRow,
  withProgram,
  withRequest,
} from './presenter.ts'

const stagesThatGoOn = stage.options.filter((one) => !isFinal(one))

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

/** Authorizations in force on a day. */
export const inForceOn = (today: string): Prisma.AuthorizationWhereInput => ({
  startsOn: { lte: asDate(today) },
  endsOn: { gte: asDate(today) },
})

/** An authorization that names no country covers all; a program of no single country is covered by such only. */
export const covers = (authorization: { countryCodes: string[] }, countryCode: string | null) =>
  authorization.countryCodes.length === 0 || (countryCode !== null && authorization.countryCodes.includes(countryCode))

/** Programs that go on and rest on this authorization: those of its countries, or all abroad. */
export const programsCovered = async (tx: Tx, authorizationId: string) => {
  const authorization = await tx.db.authorization.findUniqueOrThrow({ where: { id: authorizationId } })
  const rows = await tx.db.program.findMany({
    where: { stage: { in: stagesThatGoOn }, OR: [{ countryCode: null }, { countryCode: { not: 'CA' } }] },
    select: { id: true, countryCode: true },
  })
  return rows.filter((row) => covers(authorization, row.countryCode)).map(({ id }) => id)
}

/** What was decided and waived, and the authorizations in force that cover the program. */
export const decisionsOfProgram = async (call: CallOf<typeof decisions.ofProgram>) => {
  const { actor } = call
  const tx = await reading(call.server)
  const programId = call.params.id
  const [program, made, waivers, authorizations] = await Promise.all([
    tx.db.program.findUniqueOrThrow({ where: { id: programId } }),
    tx.db.decision.findMany({ where: { programId }, include: withRequest, orderBy: { decidedAt: 'desc' } }),
    tx.db.waiver.findMany({ where: { programId }, include: withProgram, orderBy: { proposedAt: 'desc' } }),
    tx.db.authorization.findMany({ where: inForceOn(tx.today), orderBy: { endsOn: 'asc' } }),
  ])
  const people = await namesOf(tx, [
    ...made.map((row) => row.decidedById),
    ...waivers.flatMap((row) => [row.proposedById, row.decidedById]),
  ])
  const mayDecide = allows(programDecisionPolicy.decide, program, actor)
  const outcomes = mayDecide ? await outcomesFor(tx, program) : []
  const { can, cannot } = allowedOn(programDecisionPolicy, program, actor)
  return {
    decisions: made.map((row) => presentDecision(row, people)),
    waivers: waivers.map((row) => presentWaiver(row, people, actor)),
    authorizations: authorizations.filter((row) => covers(row, program.countryCode)).map(presentAuthorization),
    outcomes,
    can: can.filter((action) => action !== 'decide' || outcomes.length > 0),
    cannot,
  }
}

export const listAuthorizations = async (call: CallOf<typeof decisions.authorizations>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.authorization.findMany({ orderBy: { endsOn: 'desc' } })
  return {
    items: rows.map(presentAuthorization),
    ...allowedOn(authorizationsPolicy, null, call.actor, ['record']),
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

/** An authorization of the Government, for the command that records one. */
export const authorizationRecord = {
  resource: 'decisions',
  noun: 'authorization',
  find: (tx, id) => tx.db.authorization.findUniqueOrThrow({ where: { id } }),
  present: (_tx, _actor, row) => Promise.resolve(presentAuthorization(row)),
  programOf: () => null,
} satisfies Added<Authorization, ReturnType<typeof presentAuthorization>>

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
