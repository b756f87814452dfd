import type { AcceptanceFacts } from '@entente/shared/analyses/gates'
import type { DecisionFacts } from '@entente/shared/decisions/gates'
import { isAcceptance } from '@entente/shared/decisions/rules'
import { authorizationWorkflow, waiverWorkflow } from '@entente/shared/decisions/workflow'
import type { DecisionRecordFacts } from '@entente/shared/participation/gates'
import type { Authorization, Decision } from '../../generated/prisma/client.ts'
import { asDate, asDay, dayOf } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'
import { authorizationsAround, countsOn, covers, lastDayOf } from './authorization-queries.ts'

type Facts = DecisionFacts & DecisionRecordFacts & AcceptanceFacts

/** What gates read of decisions and of the Government's authorization, for each of these programs. */
export const decisionFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Facts>> => {
  const among = { in: [...ids] }
  const [programs, decisions, authorizations] = [
    await tx.db.program.findMany({ where: { id: among }, select: { id: true, countryCode: true } }),
    await tx.db.decision.findMany({
      where: { programId: among },
      distinct: ['programId'],
      orderBy: [{ programId: 'asc' }, { decidedAt: 'desc' }, { id: 'desc' }],
    }),
    await authorizationsAround(tx),
  ]
  const countries = new Map(programs.map((row) => [row.id, row.countryCode]))
  const latest = new Map(decisions.map((row) => [row.programId, row]))
  return new Map(
    ids.map((id) => [
      id,
      {
        ...recordFacts(latest.get(id)),
        ...authorizationFacts(
          authorizations.filter((row) => covers(row, countries.get(id) ?? null)),
          tx.today,
        ),
      },
    ]),
  )
}

const authorizationFacts = (around: readonly Authorization[], today: string) => ({
  authorizations: around
    .filter((row) => countsOn(row, today))
    .map((row) => ({ number: row.number, endsOn: lastDayOf(row) })),
  unconfirmed: around.filter(({ state }) => state === authorizationWorkflow.initial).map(({ number }) => number),
})

const recordFacts = (row: Decision | undefined) => {
  if (row === undefined) return { decision: null, latestOutcome: null, acceptedAt: null }
  const latestOutcome = row.outcome
  const accepts = isAcceptance(latestOutcome)
  const decidedAt = row.decidedAt.toISOString()
  return {
    decision: { id: row.id, accepts, decidedAt, decidedOn: dayOf(row.decidedAt) },
    latestOutcome,
    acceptedAt: accepts ? decidedAt : null,
  }
}

/** How many waivers of each of these programs were asked for and not decided. */
export const awaitedWaivers = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.db.waiver.groupBy({
    by: ['programId'],
    where: { programId: { in: [...ids] }, state: waiverWorkflow.initial },
    _count: true,
  })
  return new Map(rows.map((row) => [row.programId, row._count]))
}

/** The gates that granted waivers open, each with the last day on which one does. */
export type Waived = ReadonlyMap<string, string>

const inForce = (today: string) => ({
  state: waiverWorkflow.transitions.grant.to,
  expiresOn: { gte: asDate(today) },
})

/** Absences that granted waivers allow in a program today, each with its days and the last day of the waiver. */
export const waivedAbsences = async (tx: Tx, programId: string) => {
  const where = { programId, staffId: { not: null }, ...inForce(tx.today) }
  const rows = await tx.db.waiver.findMany({ where, orderBy: { expiresOn: 'desc' } })
  return rows.flatMap(({ staffId, awayFrom, awayTo, expiresOn }) =>
    awayFrom === null || awayTo === null
      ? []
      : [{ staffId, from: asDay(awayFrom), to: asDay(awayTo), until: asDay(expiresOn) }],
  )
}

/** Who granted the waivers that open a gate of a program today. */
export const grantersOf = async (tx: Tx, programId: string, gateId: string) => {
  const rows = await tx.db.waiver.findMany({ where: { programId, gateId, ...inForce(tx.today) } })
  return rows.flatMap(({ decidedById }) => decidedById ?? [])
}

/** The gates of each program as a whole that a granted waiver opens today. */
export const activeWaivers = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Waived>> => {
  const rows = await tx.db.waiver.findMany({
    where: { programId: { in: [...ids] }, staffId: null, ...inForce(tx.today) },
    select: { programId: true, gateId: true, expiresOn: true },
    orderBy: { expiresOn: 'asc' },
  })
  const byProgram = Map.groupBy(rows, (row) => row.programId)
  return new Map(
    ids.map((id) => [id, new Map((byProgram.get(id) ?? []).map((row) => [row.gateId, asDay(row.expiresOn)]))]),
  )
}
