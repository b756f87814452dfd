import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'

const accepted: Prisma.DecisionWhereInput = { outcome: { in: ['accept', 'acceptWithConditions'] } }

/** When a program was first accepted; null when it never was. */
export const firstAcceptance = async (tx: Tx, programId: string) => {
  const { _min } = await tx.db.decision.aggregate({ where: { programId, ...accepted }, _min: { decidedAt: true } })
  return _min.decidedAt
}

/** What a program was accepted for: Canadian dollars and staff-days. */
export type DecidedPlan = { money: Prisma.Decimal; days: Prisma.Decimal }

/** The plan that the latest acceptance of each program was given on; absent where none was, or none was kept with it. */
export const decidedPlans = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DecidedPlan>> => {
  const rows = await tx.db.decision.findMany({
    where: { programId: { in: [...ids] }, ...accepted },
    distinct: ['programId'],
    orderBy: [{ programId: 'asc' }, { decidedAt: 'desc' }, { id: 'desc' }],
    select: { programId: true, plannedMoney: true, plannedDays: true },
  })
  return new Map(
    rows.flatMap(({ programId, plannedMoney: money, plannedDays: days }) =>
      money === null || days === null ? [] : [[programId, { money, days }] as const],
    ),
  )
}
