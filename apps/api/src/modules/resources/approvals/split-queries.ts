import { type Sized, splitDays, splitsUnder } from '@entente/shared/resources/approvals/rules'
import type { StepRule } from '@entente/shared/resources/rules/contract'
import { sum } from '@entente/shared/kernel/money'
import { asDate, addDays, dayOf } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Totals, totalsOf } from './limits-queries.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { digitsOf } from '../envelopes/presenter.ts'
import { rulesInForce, seriousAmong } from '../rules/queries.ts'

const measures = [
  { unit: 'CAD', of: 'money', limit: 'limitMoney' },
  { unit: 'staffDay', of: 'days', limit: 'limitDays' },
  { unit: 'item', of: 'items', limit: null },
] as const
type Measure = (typeof measures)[number]

/** Of a request: what it is for, when it was submitted, and how much it asks in all. */
type Request = Pick<AllocationRow, 'id' | 'programId' | 'requestedById' | 'submittedAt'> & Totals

/** Requests for the same thing: those of one program; without a program, those of one person who asks. */
const thingOf = ({ programId, requestedById }: Pick<Request, 'programId' | 'requestedById'>) =>
  programId ?? `of ${requestedById}`

/** Requests for the same things that were submitted since then, these left out: their sums as PostgreSQL makes them. */
const othersLike = (tx: Tx, rows: readonly AllocationRow[], since: Date) => {
  const programs = rows.flatMap(({ programId }) => programId ?? [])
  const people = rows.flatMap(({ programId, requestedById }) => (programId === null ? requestedById : []))
  return tx.db.$queryRaw<Request[]>`
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

/** The thresholds of the rules in force, for a program at serious risk or not. */
const thresholds = (rules: readonly StepRule[], { unit }: Measure, isSerious: boolean) =>
  rules.filter((rule) => rule.unit === unit && (isSerious || !rule.isSerious)).map(({ above }) => above)

/** What a request may be cut to stay under: the limits of those who decide, and above what the rules ask more signatures. */
const limitsOf = async (tx: Tx, programs: readonly string[]) => {
  const managers = await tx.db.user.findMany({
    where: { roles: { has: 'manager' }, disabledAt: null },
    select: { limitMoney: true, limitDays: true },
  })
  const rules = await rulesInForce(tx)
  const weighsRisk = rules.some((rule) => rule.isSerious && rule.unit !== null)
  const serious = weighsRisk ? await seriousAmong(tx, programs) : new Set<string>()
  return (measure: Measure, programId: string | null) => {
    const { limit } = measure
    const personal = limit === null ? [] : managers.flatMap((manager) => manager[limit]?.toFixed() ?? [])
    return [...personal, ...thresholds(rules, measure, programId !== null && serious.has(programId))]
  }
}

/** The requests of one thing that look cut, by one measure. */
const splitsBy = (measure: Measure, requests: readonly Request[], limits: readonly string[]) => {
  const { unit, of } = measure
  const written = (amount: string) => sum([amount], digitsOf(unit))
  const sized = requests.flatMap(({ id, submittedAt, [of]: asked }): Sized[] =>
    submittedAt === null || asked.isZero() ? [] : [{ id, at: submittedAt.getTime(), asked: asked.toFixed() }],
  )
  return [...splitsUnder(sized, limits)].map(([id, { limit, total, count, others }]) => {
    const told = others.map((other) => ({
      allocationId: other.id,
      submittedOn: dayOf(new Date(other.at)),
      asked: written(other.asked),
    }))
    return [id, { unit, limit: written(limit), total: written(total), count, others: told }] as const
  })
}

/** For every request that looks cut to stay under a limit: which limit, what the sum is, with which others; money first. */
export const splitsOf = async (tx: Tx, rows: readonly AllocationRow[]) => {
  const since = asDate(addDays(tx.today, -2 * splitDays))
  const asked = rows.map((row): Request => ({ ...row, ...totalsOf(row.lines) }))
  const known = asked.filter(({ submittedAt }) => submittedAt !== null && submittedAt >= since)
  const things = Map.groupBy([...known, ...(await othersLike(tx, rows, since))], thingOf)
  const limits = await limitsOf(
    tx,
    rows.flatMap(({ programId }) => programId ?? []),
  )
  const found = [...things.values()]
    .filter((requests) => requests.length > 1)
    .flatMap((requests) =>
      measures
        .toReversed()
        .flatMap((measure) => splitsBy(measure, requests, limits(measure, requests[0]?.programId ?? null))),
    )
  return new Map(found)
}
