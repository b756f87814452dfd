import { z } from 'zod'
import type { bookings } from '@entente/shared/capacity/bookings/contract'
import { overlapsBlackout } from '@entente/shared/calendar/rules'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDate, asDay } from '../../../platform/database/clock.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, hasRole } from '../../../platform/rules/policy.ts'
import { blackouts } from '../../calendar/election-queries.ts'
import { namesOf } from '../../users/queries.ts'
import { overbooked } from '../load/queries.ts'
import { bookingPolicy } from './policy.ts'
import { type BookingRow, peopleOf, presentBooking, withNames } from './presenter.ts'

const presentAll = async (tx: Tx, actor: Actor, rows: readonly BookingRow[]) => {
  const people = await namesOf(tx, rows.flatMap(peopleOf))
  const [over, closed] = [await overbooked(tx, rows), await blackouts(tx)]
  return rows.map((row) =>
    presentBooking(row, people, actor, {
      over: over.get(row.id) ?? 0,
      inBlackout: overlapsBlackout(closed, asDay(row.startsOn), asDay(row.endsOn)),
      today: tx.today,
    }),
  )
}

export const bookingRow = (tx: Tx, id: string) => tx.db.booking.findUniqueOrThrow({ where: { id }, include: withNames })

/** One booking as this person sees it; used after every change, too. */
export const bookingFor = async (tx: Tx, actor: Actor, id: string) => {
  const [presented] = await presentAll(tx, actor, [await bookingRow(tx, id)])
  if (presented === undefined) throw new Error('A booking that was read is presented')
  return presented
}

export const listBookings = async (call: CallOf<typeof bookings.list>) => {
  const { limit = defaultLimit, cursor, ...filter } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const where: Prisma.BookingWhereInput = {
    ...(filter.programId && { programId: filter.programId }),
    ...(filter.staffId && { staffId: filter.staffId }),
    ...(filter.state && { state: filter.state }),
    ...(before !== null && { id: { lt: before } }),
  }
  const rows = await tx.db.booking.findMany({ where, include: withNames, orderBy: { id: 'desc' }, take: limit + 1 })
  const page = pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => row,
  )
  const can = hasRole(call.actor, bookingPolicy.ask.roles) ? (['create'] as const) : []
  return { items: await presentAll(tx, call.actor, page.items), nextCursor: page.nextCursor, can: [...can] }
}

/** Bookings that still count and touch these days, by day. */
export const standingBookings = (tx: Tx, { from, to }: { from: string; to?: string }) =>
  tx.db.booking.findMany({
    where: {
      state: { in: ['asked', 'firm'] },
      endsOn: { gte: asDate(from) },
      ...(to !== undefined && { startsOn: { lte: asDate(to) } }),
    },
    include: withNames,
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
