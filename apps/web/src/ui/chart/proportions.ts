import { minus } from '@entente/shared/kernel/money'

/** A part of a whole as a percentage between 0 and 100; for drawing only, sums stay exact. */
export const shareOf = (part: string, whole: number) =>
  whole <= 0 ? 0 : Math.min(100, Math.max(0, (Number(part) / whole) * 100))

/** Takes amounts away one after the other; the last entry is what remains. */
export const runningTotals = (from: string, amounts: readonly string[]) =>
  amounts.reduce<string[]>((levels, amount) => [...levels, minus(levels.at(-1) ?? from, amount)], [from])
