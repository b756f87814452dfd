const day = 86_400_000
const shift = (date: string, days: number) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** The first such weekday (0 is Sunday) of a month, `YYYY-MM-DD`. */
const firstOf = (year: number, month: number, weekday: number) => {
  const first = new Date(Date.UTC(year, month - 1, 1))
  return shift(first.toISOString().slice(0, 10), (7 + weekday - first.getUTCDay()) % 7)
}

/**
 * Whether the law itself fixes an election on this day: general ones on the first Monday of October of the fourth year
 * (Election Act), municipal ones on the first Sunday of November of the fourth year.
 */
export const isFixedByLaw = (kind: string, pollingOn: string) => {
  const year = Number(pollingOn.slice(0, 4))
  if (kind === 'general') return year % 4 === 2 && pollingOn === firstOf(year, 10, 1)
  return kind === 'municipal' && year % 4 === 1 && pollingOn === firstOf(year, 11, 0)
}

/** Critical functions stay home from 60 days before polling day until 10 days after (domain.md, P7-G6). */
export const blackoutAround = (pollingOn: string) => ({ from: shift(pollingOn, -60), to: shift(pollingOn, 10) })

type Called = { kind: string; certainty: string; pollingOn: string; withdrawn: boolean }

/** General elections that are certain, or called by surprise, close a window; what is only probable closes nothing. */
export const closesWindow = ({ kind, certainty, withdrawn }: Called) =>
  !withdrawn && kind === 'general' && certainty !== 'probable'

export type Days = { from: string; to: string }

/** Whether a period touches these days. An open period is no longer than its known day. */
export const touches = (days: Days, from: string | null, to: string | null) => {
  const start = from ?? to
  const end = to ?? from
  return start !== null && end !== null && start <= days.to && end >= days.from
}

/** Whether a period touches one of these blackouts. */
export const overlapsBlackout = (blackouts: readonly Days[], from: string | null, to: string | null) =>
  blackouts.some((blackout) => touches(blackout, from, to))

/** The fiscal year of a day: it starts on 1 April and bears the year of its start. */
export const fiscalYearOf = (date: string) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '04' ? 1 : 0)

/** First and last day of a fiscal year. */
export const fiscalYearDays = (year: number) => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` })
