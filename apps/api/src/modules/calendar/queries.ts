import Holidays from 'date-holidays'
import { addDays, asDate } from '../../platform/database/clock.ts'

const calendar = new Holidays('CA', 'QC', { types: ['public'] })
const holidaysByYear = new Map<string, ReadonlySet<string>>()

const holidaysOf = (year: string) => {
  const known = holidaysByYear.get(year)
  if (known !== undefined) return known
  const days = new Set(calendar.getHolidays(Number(year)).map((holiday) => holiday.date.slice(0, 10)))
  holidaysByYear.set(year, days)
  return days
}

/** Monday to Friday, public holidays of Québec excepted. */
export const isWorkingDay = (day: string) =>
  ![0, 6].includes(asDate(day).getUTCDay()) && !holidaysOf(day.slice(0, 4)).has(day)

/** The `count`-th working day after `day`; the day itself does not count. */
export const workingDaysAfter = (day: string, count: number) => {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/** Every working day from one day to another, both included. */
export const workingDaysBetween = (from: string, to: string) => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}
