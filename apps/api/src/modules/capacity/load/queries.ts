import type { z } from 'zod'
import { type Days, fiscalYearDays, fiscalYearOf, overlapsBlackout } from '@entente/shared/calendar/rules'
import type { capacity, loadMap } from '@entente/shared/capacity/load/contract'
import { capacityOn, periodsOf, presentDays, takenIn } from '@entente/shared/capacity/load/rules'
import { bookingWorkflow, isFirm, isHeld, isTentative } from '@entente/shared/capacity/load/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { Booking, StaffMember } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { blackouts, standingElections } from '../../calendar/election-queries.ts'
import { workingDaysBetween } from '../../calendar/queries.ts'
import { takenBy } from './presenter.ts'
import { byName, daysText, patternOf } from '../staff/presenter.ts'

type Loads = { capacity: number; firm: number; asked: number }
const none: Loads = { capacity: 0, firm: 0, asked: 0 }
const added = (left: Loads, right: Loads): Loads => ({
  capacity: left.capacity + right.capacity,
  firm: left.firm + right.firm,
  asked: left.asked + right.asked,
})

/** The working days and blackouts of the fiscal years that a span touches: bookings lie within one of them. */
const calendarOver = async (tx: Tx, { from, to }: Days) => ({
  working: workingDaysBetween(fiscalYearDays(fiscalYearOf(from)).from, fiscalYearDays(fiscalYearOf(to)).to),
  blackouts: await blackouts(tx),
})
type Calendar = Awaited<ReturnType<typeof calendarOver>>

/** What one person can give, and what is booked of it, in each of these periods. */
const loadsOf = (
  person: StaffMember,
  bookings: readonly Booking[],
  periods: readonly Days[],
  { working, blackouts: closed }: Calendar,
): Loads[] => {
  const pattern = patternOf(person)
  const present = presentDays(working, pattern)
  const firm = bookings.filter(isFirm).map(takenBy)
  const asked = bookings.filter(isTentative).map(takenBy)
  return periods.map((period) => ({
    capacity: capacityOn(
      present.filter((day) => day >= period.from && day <= period.to),
      pattern,
      closed,
    ),
    firm: takenIn(firm, present, period),
    asked: takenIn(asked, present, period),
  }))
}

/** Bookings that still count and touch these days. */
const bookingsOver = (tx: Tx, { from, to }: Days) =>
  tx.db.booking.findMany({
    where: { ...whereOpenTo(bookingWorkflow, 'release'), startsOn: { lte: asDate(to) }, endsOn: { gte: asDate(from) } },
  })

/** What each of these people can give in a period, and what is booked of it; `apart` leaves one booking out. */
export const loadsIn = async (tx: Tx, people: readonly StaffMember[], period: Days, apart?: string) => {
  const calendar = await calendarOver(tx, period)
  const bookings = (await bookingsOver(tx, period)).filter(({ id }) => id !== apart)
  return new Map(
    people.map((person) => {
      const own = bookings.filter(({ staffId }) => staffId === person.id)
      return [person.id, loadsOf(person, own, [period], calendar)[0] ?? none]
    }),
  )
}

type Held = Booking & { staff: StaffMember | null }

/**
 * By how many staff-days the person of each of these bookings is overbooked on its days, where they are: a firm one
 * against all that is firm, a tentative one against all that is booked.
 */
export const overbooked = async (tx: Tx, rows: readonly Held[]): Promise<ReadonlyMap<string, number>> => {
  const live = rows.filter((row) => row.staff !== null && isHeld(row)).map((row) => ({ row, period: takenBy(row) }))
  const [first] = live.map(({ period }) => period.from).toSorted()
  const last = live
    .map(({ period }) => period.to)
    .toSorted()
    .at(-1)
  if (first === undefined || last === undefined) return new Map()
  const span = { from: first, to: last }
  const [calendar, bookings] = [await calendarOver(tx, span), await bookingsOver(tx, span)]
  return new Map(
    live.flatMap(({ row, period }) => {
      if (row.staff === null) return []
      const own = bookings.filter(({ staffId }) => staffId === row.staffId)
      const [load = none] = loadsOf(row.staff, own, [period], calendar)
      const over = load.firm + (isTentative(row) ? load.asked : 0) - load.capacity
      return over > 0.05 ? [[row.id, over] as const] : []
    }),
  )
}

/** Requests for a profile that name nobody yet, as far as they fall into a period. */
export const openDemand = async (tx: Tx, profile: string | undefined, period: Days) => {
  const { working } = await calendarOver(tx, period)
  const bookings = (await bookingsOver(tx, period)).filter(
    (row) => row.staffId === null && (profile === undefined || row.profile === profile),
  )
  return takenIn(bookings.map(takenBy), working, period)
}

/** What someone could give in a period with no booking at all, elections aside: the bound of their working pattern. */
export const patternIn = (person: StaffMember, period: Days) => {
  const pattern = patternOf(person)
  return capacityOn(presentDays(workingDaysBetween(period.from, period.to), pattern), pattern, [])
}

const presentCell = ({ capacity: able, firm, asked }: Loads) => {
  const booked = firm + asked
  const load = able > 0 ? Math.round((booked / able) * 100) : booked > 0 ? 100 : null
  const isOver = booked > able + 0.05
  return { capacity: daysText(able), firm: daysText(firm), asked: daysText(asked), load, isOver }
}

export const presentSummary = (row: StaffMember) => ({
  id: row.id,
  name: row.name,
  function: row.function,
  profile: row.profile,
  critical: row.critical,
  skills: row.skills,
  languages: row.languages,
})

type Person = { row: StaffMember; loads: Loads[] }

/** Per profile, what its people can give and have booked, with the requests that name nobody. */
const profileRows = (
  people: readonly Person[],
  open: readonly Booking[],
  periods: readonly Days[],
  working: string[],
) =>
  [...new Set([...people.map(({ row }) => row.profile), ...open.map(({ profile }) => profile)])]
    .toSorted((left, right) => left.localeCompare(right, 'fr'))
    .map((profile) => {
      const own = people.filter(({ row }) => row.profile === profile)
      const unnamed = open.filter((row) => row.profile === profile).map(takenBy)
      const cells = periods.map((period, at) =>
        presentCell(
          own.reduce((sum, { loads }) => added(sum, loads[at] ?? none), {
            ...none,
            asked: takenIn(unnamed, working, period),
          }),
        ),
      )
      return { profile, people: own.length, cells }
    })

/** How much everyone, and every profile, is booked over the fiscal year that holds a day. */
export const readLoadMap = async (call: CallOf<typeof capacity.map>): Promise<z.input<typeof loadMap>> => {
  const tx = await reading(call.server)
  const { on = tx.today, step = 'week' } = call.query
  const year = fiscalYearDays(fiscalYearOf(on))
  const periods = periodsOf(year, step)
  const calendar = await calendarOver(tx, year)
  const staff = byName(await tx.db.staffMember.findMany({ where: { active: true } }))
  const bookings = await bookingsOver(tx, year)
  const people = staff.map((row) => ({
    row,
    loads: loadsOf(
      row,
      bookings.filter(({ staffId }) => staffId === row.id),
      periods,
      calendar,
    ),
  }))
  const open = bookings.filter(({ staffId }) => staffId === null)
  const elections = (await standingElections(tx)).filter(
    ({ pollingOn, blackout }) =>
      (pollingOn >= year.from && pollingOn <= year.to) ||
      (blackout !== null && overlapsBlackout([blackout], year.from, year.to)),
  )
  return {
    ...year,
    step,
    periods: periods.map((period) => ({
      ...period,
      inBlackout: overlapsBlackout(calendar.blackouts, period.from, period.to),
    })),
    people: people.map(({ row, loads }) => ({ staff: presentSummary(row), cells: loads.map(presentCell) })),
    profiles: profileRows(people, open, periods, calendar.working),
    elections,
  }
}
