import type { decisions } from '@entente/shared/decisions/contract'
import { outcomesAt } from '@entente/shared/decisions/rules'
import { path, stage } from '@entente/shared/programs/workflow'
import type { Prisma, Program } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { asDate } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Actor, allows, openTo } from '../../platform/rules/policy.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { decidedPlans } from './plan-facts.ts'
import { decisionPolicy } from './policy.ts'
import { presentAuthorization, presentDecision, presentWaiver, withProgram, withRequest } from './presenter.ts'

export const waiverVisible = visibleThrough((tx, id) =>
  tx.db.waiver.findUnique({ where: { id }, select: { programId: true } }),
)

/** Outcomes that can be recorded on the program at its present stage, with the plan it now has. */
export const outcomesFor = async (tx: Tx, program: Program) => {
  const decided = (await decidedPlans(tx, [program.id])).get(program.id)
  const isRevised =
    decided !== undefined && !(decided.money.equals(program.plannedMoney) && decided.days.equals(program.plannedDays))
  return outcomesAt(path.parse(program.path), stage.parse(program.stage), isRevised)
}

/** Authorizations in force on a day. */
export const inForceOn = (today: string): Prisma.AuthorizationWhereInput => ({
  startsOn: { lte: asDate(today) },
  endsOn: { gte: asDate(today) },
})

/** An authorization that names no country covers all; a program of no single country is covered by such only. */
export const covers = (authorization: { countryCodes: string[] }, countryCode: string | null) =>
  authorization.countryCodes.length === 0 || (countryCode !== null && authorization.countryCodes.includes(countryCode))

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
  const mayDecide = allows(decisionPolicy.decide, actor, program)
  const outcomes = mayDecide ? await outcomesFor(tx, program) : []
  return {
    decisions: made.map((row) => presentDecision(row, people)),
    waivers: waivers.map((row) => presentWaiver(row, people, actor)),
    authorizations: authorizations.filter((row) => covers(row, program.countryCode)).map(presentAuthorization),
    outcomes,
    can: openTo({
      decide: outcomes.length > 0,
      waive: isOpen(program) && allows(decisionPolicy.proposeWaiver, actor, program),
    }),
  }
}

export const listAuthorizations = async (call: CallOf<typeof decisions.authorizations>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.authorization.findMany({ orderBy: { endsOn: 'desc' } })
  return {
    items: rows.map(presentAuthorization),
    can: openTo({ record: allows(decisionPolicy.record, call.actor, null) }),
  }
}

/** One decision as colleagues see it. */
export const decisionFor = async (tx: Tx, id: string) => {
  const row = await tx.db.decision.findUniqueOrThrow({ where: { id }, include: withRequest })
  return presentDecision(row, await namesOf(tx, [row.decidedById]))
}

/** One waiver as this person sees it; used after every change. */
export const waiverFor = async (tx: Tx, actor: Actor, id: string) => {
  const row = await tx.db.waiver.findUnique({ where: { id }, include: withProgram })
  if (row === null) throw notFound()
  return presentWaiver(row, await namesOf(tx, [row.proposedById, row.decidedById]), actor)
}
