import { addDays, addMonths, monthOf } from '../../lib/format/days.ts'

/** The weeks of a month, Sunday first as calendars here are, with the days of its neighbours that fill them. */
export const weeksOf = (month: string): string[][] => {
  const first = `${month}-01`
  const last = addDays(`${addMonths(month, 1)}-01`, -1)
  const weeks: string[][] = []
  for (let sunday = addDays(first, -new Date(first).getUTCDay()); sunday <= last; sunday = addDays(sunday, 7))
    weeks.push(Array.from({ length: 7 }, (_, place) => addDays(sunday, place)))
  return weeks
}

/** How many dates stand before and after a month, and the month nearest to it on each side. */
export const aroundMonth = (dates: readonly string[], month: string) => {
  const before = dates.filter((date) => monthOf(date) < month)
  const after = dates.filter((date) => monthOf(date) > month)
  return {
    before: { count: before.length, month: before.map(monthOf).reduce((a, b) => (a > b ? a : b), '') },
    after: { count: after.length, month: after.map(monthOf).reduce((a, b) => (a !== '' && a < b ? a : b), '') },
  }
}
