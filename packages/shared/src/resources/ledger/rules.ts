import { sum } from '../../kernel/money.ts'

/** How many days a period holds, its ends among them. */
export const daysIn = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** Days of one person, worked from one day to another. */
export type Worked = { from: string; to: string; days: string }
const tenthsOf = (days: string) => BigInt(sum([days], 1).replace('.', ''))

/** The first period that begins on a day and holds more work than days, with all that lies within it. */
const crowdedFrom = <W extends Worked>(from: string, entry: Worked, others: readonly W[]) => {
  const later = others.filter((one) => one.from >= from).toSorted((a, b) => (a.to < b.to ? -1 : 1))
  const ends = [entry.to, ...later.map(({ to }) => to).filter((to) => to > entry.to)]
  return ends
    .map((to) => ({ from, to, within: later.filter((one) => one.to <= to) }))
    .find(({ to, within }) => {
      const worked = within.reduce((total, { days }) => total + tenthsOf(days), tenthsOf(entry.days))
      return worked > BigInt(daysIn(from, to) * 10)
    })
}

/**
 * Whether days of a person leave no room for others they already have: somewhere around them a period would hold more
 * work than days, each counted once, Sundays too (missions work on polling day). Gives that period and the entry in the
 * way, or null.
 */
export const crowded = <W extends Worked>(entry: Worked, others: readonly W[]) => {
  const starts = [entry.from, ...others.map(({ from }) => from).filter((from) => from < entry.from)]
  const [found] = starts.flatMap((from) => crowdedFrom(from, entry, others) ?? [])
  if (found === undefined) return null
  const { from, to, within } = found
  const other = within.find((one) => one.from <= entry.to && one.to >= entry.from)
  return other === undefined ? null : { from, to, other }
}
