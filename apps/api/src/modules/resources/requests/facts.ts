import type { Unit } from '@entente/shared/resources/rates/options'
import { type AllocationState, allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import type { ResourceFacts } from '@entente/shared/resources/requests/gates'
import { driftBackToDecision, type DriftFacts, driftRevised } from '@entente/shared/decisions/drift-gates'
import { placeOf } from '@entente/shared/programs/rules'
import { lockName, type Tx } from '../../../platform/database/client.ts'
import { Prisma, type Program } from '../../../generated/prisma/client.ts'
import { type Evaluated, evaluateGates } from '../../../platform/rules/gates.ts'
import { activeWaivers } from '../../decisions/facts.ts'
import { decidedPlans, firstAcceptance } from '../../decisions/plan-facts.ts'
import { amountIn } from '../envelopes/presenter.ts'

const { approve, submit } = allocationWorkflow.transitions

/** What the seventh principle's gates read of resources when a program moves. */
export const resourceFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ResourceFacts>> => {
  const programId = { in: [...ids] }
  const byState = await tx.db.allocation.groupBy({ by: ['programId', 'state'], where: { programId }, _count: true })
  const lines = await tx.db.allocationLine.findMany({
    where: { allocation: { programId }, OR: [{ reserved: { gt: 0 } }, { committed: { gt: 0 } }, { spent: { gt: 0 } }] },
    select: { reserved: true, committed: true, allocation: { select: { programId: true } } },
  })
  const byProgram = Map.groupBy(lines, (line) => line.allocation.programId)
  const count = (id: string, state: AllocationState) =>
    byState.find((row) => row.programId === id && row.state === state)?._count ?? 0
  return new Map(
    ids.map((id) => [
      id,
      {
        fundedLines: byProgram.get(id)?.length ?? 0,
        pendingAllocations: count(id, submit.to),
        openLines: (byProgram.get(id) ?? []).filter(({ reserved, committed }) => reserved.plus(committed).gt(0)).length,
      },
    ]),
  )
}

const { close, refuse } = allocationWorkflow.transitions
const dropped: AllocationState[] = [close.to, refuse.to]

/** What is asked for a program in all, whether decided or not: nothing of what was refused or closed. */
export const askedFor = async (tx: Tx, programId: string) => {
  const lines = await tx.db.allocationLine.findMany({
    where: { allocation: { programId, state: { notIn: dropped } } },
    select: { asked: true, envelope: { select: { unit: true } } },
  })
  const sumOf = (unit: Unit) =>
    lines.filter(({ envelope }) => envelope.unit === unit).reduce((sum, { asked }) => sum.plus(asked), none)
  return { money: sumOf('CAD'), days: sumOf('staffDay') }
}
const none = new Prisma.Decimal(0)

/** An amount in the unit of its envelope: one that stands, or is about to be granted. */
export type Adding = { unit: Unit; amount: Prisma.Decimal }

/** What each unit was planned to take: as it was decided, none too; else as the program says, where it says anything. */
const planOf = async (tx: Tx, program: Program) => {
  const decided = (await decidedPlans(tx, [program.id])).get(program.id)
  const { money, days } = decided ?? { money: program.plannedMoney, days: program.plannedDays }
  const plan = [
    { unit: 'CAD' as const, planned: money },
    { unit: 'staffDay' as const, planned: days },
  ]
  return plan.filter(({ planned }) => decided !== undefined || planned.gt(0))
}

/**
 * What stands for a program: what is reserved, committed and spent of its own requests, and what general work spent for
 * it since it was accepted. What prepared its acceptance was known to whoever decided, and is no part of the plan.
 */
const standingOf = async (tx: Tx, { id }: Program): Promise<Adding[]> => {
  const lines = await tx.db.allocationLine.findMany({
    where: { allocation: { programId: id, state: approve.to } },
    include: { envelope: true },
  })
  const own = lines.map(({ envelope, reserved, committed, spent }) => ({
    unit: envelope.unit,
    amount: reserved.plus(committed).plus(spent),
  }))
  const since = (await firstAcceptance(tx, id)) ?? new Date(0)
  const general = await tx.db.$queryRaw<Adding[]>`
    SELECT e.unit, sum(x.spent) AS amount
    FROM ledger_entries t JOIN ledger_effects x ON x.id = t.id JOIN envelopes e ON e.id = t.envelope_id
      JOIN allocations a ON a.id = t.allocation_id LEFT JOIN ledger_entries original ON original.id = t.reverses_id
    WHERE t.program_id = ${id}::uuid AND a.program_id IS NULL AND COALESCE(original.at, t.at) >= ${since}
    GROUP BY e.unit`
  return [...own, ...general]
}

/** What stands for a program, with what is being granted, against its plan. */
export const driftFacts = async (tx: Tx, program: Program, adding: readonly Adding[] = []): Promise<DriftFacts> => {
  const counted = [...(await standingOf(tx, program)), ...adding]
  const forecastOf = (of: Unit) =>
    counted.filter((part) => part.unit === of).reduce((sum, { amount }) => sum.plus(amount), new Prisma.Decimal(0))
  const parts = (await planOf(tx, program)).map(({ unit: of, planned }) => ({
    unit: of,
    planned: amountIn(of, planned),
    forecast: amountIn(of, forecastOf(of)),
  }))
  return { drift: { href: placeOf(program.id, 'decision'), parts } }
}

/**
 * The plan a program was decided on still holds with what is granted now (P7-G7): more than 10 % above it asks for a
 * revised approval, more than 25 % goes back to the decision. Approvals of one program are weighed one after another;
 * the program itself is only kept, never locked, since several of them keep it at once.
 */
export const driftGates = async (tx: Tx, program: Program | null, adding: readonly Adding[]): Promise<Evaluated[]> => {
  if (program === null) return []
  await lockName(tx, `plan ${program.id}`)
  const facts = await driftFacts(tx, program, adding)
  const waivers = (await activeWaivers(tx, [program.id])).get(program.id)
  return [...evaluateGates([driftBackToDecision], facts), ...evaluateGates([driftRevised], facts, waivers)]
}
