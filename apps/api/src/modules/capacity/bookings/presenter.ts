import type { z } from 'zod'
import type { booking } from '@entente/shared/capacity/bookings/contract'
import { overlapsBlackout } from '@entente/shared/calendar/rules'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { asDay } from '../../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { bookingPolicy, type Standing } from './policy.ts'
import { daysText } from '../staff/presenter.ts'

export const withNames = { staff: true, program: true, activity: true } satisfies Prisma.BookingInclude
type Row = Prisma.BookingGetPayload<{ include: typeof withNames }>
export type BookingRow = Row & Pick<Standing, 'isOver' | 'inBlackout'>

export const peopleOf = (row: BookingRow) => [row.askedById, row.decidedById]

/** A booking with what its rules ask of this day, and of the windows our elections close. */
export const standingOn = (row: Row, today: string, closed: Parameters<typeof overlapsBlackout>[0]): BookingRow => {
  const [from, to] = [asDay(row.startsOn), asDay(row.endsOn)]
  return { ...row, isOver: to < today, inBlackout: overlapsBlackout(closed, from, to) }
}

/** A booking as this person may see and change it; `over`: the days by which it overbooks its person. */
export const presentBooking = (
  row: BookingRow,
  people: People,
  actor: Actor,
  over: number,
): z.input<typeof booking> => ({
  id: row.id,
  staff: row.staff && { id: row.staff.id, name: row.staff.name, critical: row.staff.critical },
  profile: row.profile,
  skills: row.skills,
  languages: row.languages,
  program: row.program && presentProgram(row.program),
  activity: row.activity && { id: row.activity.id, title: row.activity.title },
  from: asDay(row.startsOn),
  to: asDay(row.endsOn),
  days: row.days.toFixed(1),
  purpose: row.purpose,
  state: row.state,
  askedBy: personOf(people, row.askedById),
  askedAt: row.askedAt.toISOString(),
  decidedBy: optionalPersonOf(people, row.decidedById),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.reason,
  over: over > 0 ? daysText(over) : null,
  inBlackout: row.inBlackout,
  version: row.version,
  ...allowedOn(bookingPolicy, row, actor),
})

const presentProgram = (row: NonNullable<BookingRow['program']>) => ({
  id: row.id,
  reference: row.reference,
  title: { fr: row.titleFr, en: row.titleEn },
})
