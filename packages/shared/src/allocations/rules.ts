import { compare, sum, times } from '../kernel/money.ts'

/** A rate serves for this many days after its own; then a newer one must be recorded. */
export const rateDays = 31

/** An amount in Canadian dollars at a rate: rounded half up to the cent, once. */
export const inCad = (amount: string, rate: string) => times(amount, rate, 2)

/** Days within which requests for the same thing are counted together (P7-G8). */
export const splitDays = 30

const double = (amount: string) => sum([amount, amount])

/**
 * Whether a request looks cut to stay under a limit: it takes more than half of the lowest limit that reaches it, and
 * with the others that also stay under it, it would exceed it. Gives that limit and the sum, or null.
 */
export const splitUnder = (own: string, others: readonly string[], limits: readonly string[]) => {
  const [limit] = limits.filter((candidate) => compare(candidate, own) >= 0).toSorted(compare)
  if (limit === undefined || compare(double(own), limit) <= 0) return null
  const near = others.filter((amount) => compare(amount, '0') > 0 && compare(amount, limit) <= 0)
  const total = sum([own, ...near])
  return compare(total, limit) > 0 && near.length > 0 ? { limit, total } : null
}
