import { splitDays, splitUnder } from '@entente/shared/allocations/rules'
import { asDate, addDays, dayOf } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { totalsOf } from './limits-queries.ts'
import { type AllocationRow, withLines } from './presenter.ts'

const measures = [
  { unit: 'CAD', of: 'money', limit: 'limitMoney', digits: 2 },
  { unit: 'staffDay', of: 'days', limit: 'limitDays', digits: 1 },
] as const

/** The same thing: one program; without a program, one person who asks. */
const isSame = (one: AllocationRow, other: AllocationRow) =>
  one.id !== other.id &&
  one.programId === other.programId &&
  (one.programId !== null || one.requestedById === other.requestedById)

const isNear = (one: AllocationRow, other: AllocationRow) => {
  if (one.submittedAt === null || other.submittedAt === null) return false
  const apart = Math.abs(one.submittedAt.getTime() - other.submittedAt.getTime())
  return apart <= splitDays * 86_400_000
}

/** For every request that looks cut to stay under someone's limit: which limit, what the sum is, with which others. */
export const splitsOf = async (unit: Unit, rows: readonly AllocationRow[]) => {
  const since = asDate(addDays(unit.today, -2 * splitDays))
  const recent = await unit.db.allocation.findMany({
    where: { state: { in: ['submitted', 'approved'] }, submittedAt: { gte: since } },
    include: withLines,
  })
  const managers = await unit.db.user.findMany({ where: { roles: { has: 'manager' }, disabledAt: null } })
  const splitOf = (row: AllocationRow) => {
    const others = recent.filter((other) => isSame(row, other) && isNear(row, other))
    return measures.flatMap(({ unit: word, of, limit, digits }) => {
      const asked = (one: AllocationRow) => totalsOf(one.lines)[of].toFixed(digits)
      const limits = managers.flatMap((manager) => manager[limit]?.toFixed(digits) ?? [])
      const found = splitUnder(asked(row), others.map(asked), limits)
      if (found === null) return []
      const told = others.flatMap((other) =>
        other.submittedAt === null || totalsOf(other.lines)[of].isZero()
          ? []
          : [{ allocationId: other.id, submittedOn: dayOf(other.submittedAt), asked: asked(other) }],
      )
      return [{ unit: word, ...found, others: told }]
    })[0]
  }
  return new Map(rows.map((row) => [row.id, splitOf(row) ?? null]))
}
