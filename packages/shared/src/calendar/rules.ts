const day = 86_400_000
const shift = (date: string, days: number) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/** Fixed-date general elections of Québec: first Monday of October of the fourth year (Election Act). */
export const generalElections = ['2022-10-03', '2026-10-05', '2030-10-07', '2034-10-02'] as const

/** Critical functions stay home from 60 days before polling day until 10 days after (domain.md, P7-G6). */
export const blackoutAround = (pollingOn: string) => ({ from: shift(pollingOn, -60), to: shift(pollingOn, 10) })
export const blackouts = generalElections.map((pollingOn) => ({ pollingOn, ...blackoutAround(pollingOn) }))

/** Whether a period touches these days. An open period is no longer than its known day. */
export const touches = (days: { from: string; to: string }, from: string | null, to: string | null) => {
  const start = from ?? to
  const end = to ?? from
  return start !== null && end !== null && start <= days.to && end >= days.from
}

/** Whether a period touches one of our own electoral blackouts. */
export const overlapsBlackout = (from: string | null, to: string | null) =>
  blackouts.some((blackout) => touches(blackout, from, to))

/** The fiscal year of a day: it starts on 1 April and bears the year of its start. */
export const fiscalYearOf = (date: string) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '04' ? 1 : 0)

/** First and last day of a fiscal year. */
export const fiscalYearDays = (year: number) => ({ from: `${year}-04-01`, to: `${year + 1}-03-31` })
