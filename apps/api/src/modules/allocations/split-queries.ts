import { limitUnder, splitDays, splitUnder } from '@entente/shared/allocations/rules'
import { asDate, addDays, dayOf } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { type Totals, totalsOf } from './limits-queries.ts'
import type { AllocationRow } from './presenter.ts'

const measures = [
  { unit: 'CAD', of: 'money', limit: 'limitMoney', digits: 2 },
  { unit: 'staffDay', of: 'days', limit: 'limitDays', digits: 1 },
] as const

/** Of a request only what shows whether it was cut from another: whose, when, and how much in all. */
type Sized = Pick<AllocationRow, 'id' | 'programId' | 'requestedById' | 'submittedAt'> & Totals

/** Requests for the same thing: those of one program; without a program, those of one person who asks. */
const thingOf = ({ programId, requestedById }: Pick<Sized, 'programId' | 'requestedById'>) =>
  programId ?? `of ${requestedById}`

const isNear = (one: Sized, other: Sized) => {
  if (one.submittedAt === null || other.submittedAt === null) return false
  const apart = Math.abs(one.submittedAt.getTime() - other.submittedAt.getTime())
  return apart <= splitDays * 86_400_000
}

/** Requests for the same things that were submitted since then, these left out: their sums as PostgreSQL makes them. */
const othersLike = (unit: Unit, rows: readonly AllocationRow[], since: Date) => {
  const programs = rows.flatMap(({ programId }) => programId ?? [])
  const people = rows.flatMap(({ programId, requestedById }) => (programId === null ? requestedById : []))
  return unit.db.$queryRaw<Sized[]>`
    SELECT a.id, a.program_id AS "programId", a.requested_by_id AS "requestedById", a.submitted_at AS "submittedAt",
      COALESCE(sum(l.asked) FILTER (WHERE e.unit = 'CAD'), 0) AS money,
      COALESCE(sum(l.asked) FILTER (WHERE e.unit = 'staffDay'), 0) AS days,
      COALESCE(sum(l.asked) FILTER (WHERE e.unit = 'item'), 0) AS items
    FROM allocations a JOIN allocation_lines l ON l.allocation_id = a.id JOIN envelopes e ON e.id = l.envelope_id
    WHERE a.state IN ('submitted', 'approved') AND a.submitted_at >= ${since}::timestamptz
      AND a.id <> ALL (${rows.map(({ id }) => id)}::uuid[])
      AND (a.program_id = ANY (${programs}::uuid[]) OR (a.program_id IS NULL AND a.requested_by_id = ANY (${people}::uuid[])))
    GROUP BY a.id ORDER BY a.id`
}

type Limits = { limitMoney: Totals['money'] | null; limitDays: Totals['days'] | null }

/** What a request asks of each measure, with the limits of those who decide; only where it is near one of them. */
const nearLimits = (row: Totals, managers: readonly Limits[]) =>
  measures.flatMap(({ unit, of, limit, digits }) => {
    const limits = managers.flatMap((manager) => manager[limit]?.toFixed(digits) ?? [])
    return limitUnder(row[of].toFixed(digits), limits) === null ? [] : [{ unit, of, digits, limits }]
  })

/** For every request that looks cut to stay under someone's limit: which limit, what the sum is, with which others. */
export const splitsOf = async (unit: Unit, rows: readonly AllocationRow[]) => {
  const since = asDate(addDays(unit.today, -2 * splitDays))
  const managers = await unit.db.user.findMany({
    where: { roles: { has: 'manager' }, disabledAt: null },
    select: { limitMoney: true, limitDays: true },
  })
  const asked = rows.map((row): Sized => ({ ...row, ...totalsOf(row.lines) }))
  const suspect = asked.map((row) => ({ row, near: nearLimits(row, managers) })).filter(({ near }) => near.length > 0)
  // Most requests are near no limit: nothing is read or compared for them.
  if (suspect.length === 0) return new Map<string, never>()
  const known = asked.filter(({ submittedAt }) => submittedAt !== null && submittedAt >= since)
  const byThing = Map.groupBy([...known, ...(await othersLike(unit, rows, since))], thingOf)
  const splitOf = (row: Sized, near: ReturnType<typeof nearLimits>) => {
    const others = (byThing.get(thingOf(row)) ?? []).filter((other) => other.id !== row.id && isNear(row, other))
    return near.flatMap(({ unit: word, of, digits, limits }) => {
      const written = (one: Sized) => one[of].toFixed(digits)
      const found = splitUnder(written(row), others.map(written), limits)
      if (found === null) return []
      const told = others.flatMap((other) =>
        other.submittedAt === null || other[of].isZero()
          ? []
          : [{ allocationId: other.id, submittedOn: dayOf(other.submittedAt), asked: written(other) }],
      )
      return [{ unit: word, ...found, others: told }]
    })[0]
  }
  return new Map(suspect.map(({ row, near }) => [row.id, splitOf(row, near)]))
}
