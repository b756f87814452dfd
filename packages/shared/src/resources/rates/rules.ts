import { compare, times } from '../../kernel/money.ts'

/** A rate serves for this many days after its own; then a newer one must be recorded. */
export const rateDays = 31

/** An amount in Canadian dollars at a rate: rounded half up to the cent, once. */
export const inCad = (amount: string, rate: string) => times(amount, rate, 2)

/** How many percent a rate may lie from the last one and be used without a second person. */
export const usualPercent = 10

/** So many percent of a rate, as a whole number of equal parts: rates have up to eight decimals. */
const percentOf = (rate: string, percent: number) => times(rate, `${percent}00000000`, 0)

/**
 * Whether a rate must be confirmed by a second person before anything is converted at it: the first one of a currency,
 * and one that lies more than 10 % above or below the last. `last` is the latest rate in use that somebody else vouches
 * for, by recording or by confirming it: small steps of one person lead nowhere. Exact, without rounding.
 */
export const isUnusualRate = (rate: string, last: string | null) =>
  last === null ||
  compare(percentOf(rate, 100), percentOf(last, 100 + usualPercent)) > 0 ||
  compare(percentOf(rate, 100), percentOf(last, 100 - usualPercent)) < 0
