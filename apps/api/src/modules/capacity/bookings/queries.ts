import { z } from 'zod'
import type { bookings } from '@entente/shared/capacity/bookings/contract'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDate } from '../../../platform/database/clock.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { blackouts } from '../../calendar/election-queries.ts'
import { namesOf } from '../../users/queries.ts'
import { overbooked } from '../load/queries.ts'
import { bookingPolicy, bookingsPolicy, bookingVisible } from './policy.ts'
import { type BookingRow, peopleOf, presentBooking, standingOn, withNames } from './presenter.ts'

const presentAll = async (tx: Tx, actor: Actor, rows: readonly BookingRow[]) => {
  const people = await namesOf(tx, rows.flatMap(peopleOf))
  const over = await overbooked(tx, rows)
  return rows.map((row) => presentBooking(row, people, actor, over.get(row.id) ?? 0))
}

const present = async (tx: Tx, actor: Actor, row: BookingRow) => {
  const people = await namesOf(tx, peopleOf(row))
  return presentBooking(row, people, actor, (await overbooked(tx, [row])).get(row.id) ?? 0)
}

/** A booking, for the commands that change one. */
export const bookingRecord = recorded<BookingRow>()({
  resource: 'capacity/bookings',
  noun: 'booking',
  table: 'bookings',
  policy: bookingPolicy,
  visible: bookingVisible,
  find: async (tx, id) => {
    const row = await tx.db.booking.findUniqueOrThrow({ where: { id }, include: withNames })
    return standingOn(row, tx.today, await blackouts(tx))
  },
  present,
  programOf: ({ programId }) => programId,
})

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
  const closed = await blackouts(tx)
  const standing = page.items.map((row) => standingOn(row, tx.today, closed))
  return {
    items: await presentAll(tx, call.actor, standing),
    nextCursor: page.nextCursor,
    ...allowedOn(bookingsPolicy, null, call.actor, ['create']),
  }
}

/** Bookings that still count and touch these days, by day. */
export const standingBookings = (tx: Tx, { from, to }: { from: string; to?: string }) =>
  tx.db.booking.findMany({
    where: {
      ...whereOpenTo(bookingWorkflow, 'release'),
      endsOn: { gte: asDate(from) },
      ...(to !== undefined && { startsOn: { lte: asDate(to) } }),
    },
    include: withNames,
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
