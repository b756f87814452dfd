import type { Days } from '../../calendar/rules.ts'
import type { Pattern } from '../staff/rules.ts'

/** Staff-days taken between two days, wherever in between. */
export type Taken = Days & { days: number }

const isWithin = (day: string, { from, to }: Days) => day >= from && day <= to
const isIn = (day: string, spans: readonly Days[]) => spans.some((span) => isWithin(day, span))

/** Staff-days are counted in tenths; what is not whole is not promised. */
const tenths = (value: number) => Math.floor(value * 10 + 1e-6) / 10

/** The days, among these working days, on which this person is there. */
export const presentDays = (working: readonly string[], { leaves }: Pick<Pattern, 'leaves'>) =>
  working.filter((day) => !isIn(day, leaves))

/** Staff-days someone can give on these days of presence. A critical function gives none around our elections (P7-G6). */
export const capacityOn = (present: readonly string[], pattern: Pattern, blackouts: readonly Days[]) => {
  const free = pattern.critical ? present.filter((day) => !isIn(day, blackouts)) : present
  return tenths((free.length * pattern.daysPerWeek * pattern.availability) / 500)
}

/** How much of what is taken falls into a period: spread evenly over the days of presence, or on its first day. */
export const shareIn = (taken: Taken, present: readonly string[], period: Days) => {
  const days = present.filter((day) => isWithin(day, taken))
  if (days.length === 0) return isWithin(taken.from, period) ? taken.days : 0
  return (taken.days * days.filter((day) => isWithin(day, period)).length) / days.length
}

/** What several bookings take of a period together. */
export const takenIn = (bookings: readonly Taken[], present: readonly string[], period: Days) =>
  Math.round(bookings.reduce((sum, booking) => sum + shareIn(booking, present, period), 0) * 10) / 10

const shift = (day: string, count: number) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10)
const lastOfMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)
const lastOfWeek = (day: string) => shift(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/** The weeks (to Sunday) or months of a span; the first and last may be cut. */
export const periodsOf = ({ from, to }: Days, step: 'week' | 'month'): Days[] => {
  const periods: Days[] = []
  for (let start = from; start <= to;) {
    const last = step === 'week' ? lastOfWeek(start) : lastOfMonth(start)
    periods.push({ from: start, to: last < to ? last : to })
    start = shift(last, 1)
  }
  return periods
}
