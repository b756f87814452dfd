import type { Prisma } from '../../generated/prisma/client.ts'

type Queryable = Pick<Prisma.TransactionClient, '$queryRaw'>

/** The one clock every rule reads. Production asks the database; tests and the seed hold it still. */
export type Clock = (db: Queryable) => Promise<Date>

/** The database's time: the same for every statement of a transaction, whatever the server's own clock says. */
export const databaseClock: Clock = async (db) => {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  const now = rows[0]?.now
  if (now === undefined) throw new Error('The database did not tell the time')
  return now
}

/** A clock that stands still until it is set. */
export const settableClock = (start: Date) => {
  let now = start
  return {
    clock: (() => Promise.resolve(now)) as Clock,
    set: (next: Date) => {
      now = next
    },
  }
}

const torontoDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', dateStyle: 'short' })

/** The calendar day of an instant where the institution is, `YYYY-MM-DD`. */
export const dayOf = (at: Date) => torontoDay.format(at)

/** A `YYYY-MM-DD` day as PostgreSQL's driver wants it: midnight UTC. */
export const asDate = (day: string) => new Date(`${day}T00:00:00.000Z`)
export const asOptionalDate = (day: string | null) => (day === null ? null : asDate(day))

/** The day of a DATE column. */
export const asDay = (date: Date) => date.toISOString().slice(0, 10)
export const asOptionalDay = (date: Date | null) => (date === null ? null : asDay(date))

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000)

/** The day `count` calendar days after `day`. */
export const addDays = (day: string, count: number) => asDay(new Date(asDate(day).getTime() + count * 86_400_000))
