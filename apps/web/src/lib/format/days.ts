const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' })
const dayMs = 86_400_000

/** The institution's day at an instant. */
export const dayAt = (instant: string) => day.format(new Date(instant))

/** The institution's day, now. */
export const today = () => day.format(new Date())

/** A calendar day so many days later. */
export const addDays = (from: string, days: number) =>
  new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10)

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The month of a day, `2026-11`. */
export const monthOf = (from: string) => from.slice(0, 7)

/** The month an address asks for; this one where it asks for none. */
export const readMonth = (text: string | null) => {
  const asked = `${text ?? ''}-01`
  return Number.isNaN(Date.parse(`${asked}T00:00:00Z`)) || asked.length !== 10 ? monthOf(today()) : monthOf(asked)
}

/** A month so many months later. */
export const addMonths = (month: string, months: number) => {
  const start = new Date(`${month}-01T00:00:00Z`)
  return monthOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1)).toISOString())
}

/** The Monday on a day or next after it. */
export const mondayFrom = (date: string) => addDays(date, (8 - new Date(date).getUTCDay()) % 7)

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay())

/** Whole days since an instant. */
export const ageOf = (instant: string) => Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / dayMs))
