import { splitDays, splitUnder } from '@entente/shared/allocations/rules'
import { asDate, addDays, dayOf } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { totalsOf } from './limits-queries.ts'
import { type AllocationRow, withLines } from './presenter.ts'

const measures = [
  { unit: 'CAD', of: 'money', limit: 'limitMoney', digits: 2 },
  { unit: 'staffDay', of: 'days', limit: 'limitDays', digits: 1 },
] as const

/** Requests for the same thing: those of one program; without a program, those of one person who asks. */
const thingOf = ({ programId, requestedById }: AllocationRow) => programId ?? `of ${requestedById}`

const isNear = (one: AllocationRow, other: AllocationRow) => {
  if (one.submittedAt === null || other.submittedAt === null) return false
  const apart = Math.abs(one.submittedAt.getTime() - other.submittedAt.getTime())
  return apart <= splitDays * 86_400_000
}

/** For every request that looks cut to stay under someone's limit: which limit, what the sum is, with which others. */
export const splitsOf = async (unit: Unit, rows: readonly AllocationRow[]) => {
  const since = asDate(addDays(unit.today, -2 * splitDays))
  const others = await unit.db.allocation.findMany({
    where: {
      state: { in: ['submitted', 'approved'] },
      submittedAt: { gte: since },
      id: { notIn: rows.map(({ id }) => id) },
      OR: [
        { programId: { in: rows.flatMap(({ programId }) => programId ?? []) } },
        { programId: null, requestedById: { in: rows.map(({ requestedById }) => requestedById) } },
      ],
    },
    include: withLines,
  })
  const known = rows.filter(({ submittedAt }) => submittedAt !== null && submittedAt >= since)
  const byThing = Map.groupBy([...known, ...others], thingOf)
  const managers = await unit.db.user.findMany({ where: { roles: { has: 'manager' }, disabledAt: null } })
  // Each is asked of every other: sums are made once.
  const totals = new Map([...rows, ...others].map(({ id, lines }) => [id, totalsOf(lines)]))
  const limitsBy = measures.map((measure) => ({
    ...measure,
    limits: managers.flatMap((manager) => manager[measure.limit]?.toFixed(measure.digits) ?? []),
    asked: new Map([...totals].map(([id, total]) => [id, total[measure.of].toFixed(measure.digits)])),
  }))
  const splitOf = (row: AllocationRow) => {
    const near = (byThing.get(thingOf(row)) ?? []).filter((other) => other.id !== row.id && isNear(row, other))
    return limitsBy.flatMap(({ unit: word, of, limits, asked: sums }) => {
      const asked = ({ id }: AllocationRow) => sums.get(id) ?? '0'
      const found = splitUnder(asked(row), near.map(asked), limits)
      if (found === null) return []
      const told = near.flatMap((other) =>
        other.submittedAt === null || totals.get(other.id)?.[of].isZero()
          ? []
          : [{ allocationId: other.id, submittedOn: dayOf(other.submittedAt), asked: asked(other) }],
      )
      return [{ unit: word, ...found, others: told }]
    })[0]
  }
  return new Map(rows.map((row) => [row.id, splitOf(row) ?? null]))
}
