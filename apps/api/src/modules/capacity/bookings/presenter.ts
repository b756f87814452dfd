import type { z } from 'zod'
import type { booking } from '@entente/shared/capacity/bookings/contract'
import { type BookingAction, bookingActions, bookingState } from '@entente/shared/capacity/bookings/workflow'
import type { Booking, Prisma } from '../../../generated/prisma/client.ts'
import { asDay } from '../../../platform/database/clock.ts'
import { type Actor, allows, hasRole } from '../../../platform/rules/policy.ts'
import { decisionPolicy } from '../../decisions/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { bookingPolicy } from './policy.ts'
import { daysText } from '../staff/presenter.ts'

export const withNames = { staff: true, program: true, activity: true } satisfies Prisma.BookingInclude
export type BookingRow = Prisma.BookingGetPayload<{ include: typeof withNames }>

export const peopleOf = (row: BookingRow) => [row.askedById, row.decidedById]

/** What is known of a booking beyond its row. */
export type Around = { over: number; inBlackout: boolean; today: string }

/** What can still happen to a booking; nothing once its days are over. */
export const openActions = (row: Pick<Booking, 'state' | 'endsOn'>, today: string): readonly BookingAction[] =>
  asDay(row.endsOn) < today ? [] : bookingActions[bookingState.parse(row.state)]

/** Someone not critical, asked for by a program: a waiver can let them be away during our elections (P7-G6). */
const isWaivable = (row: BookingRow, today: string) =>
  openActions(row, today).includes('decide') && row.programId !== null && row.staff?.critical === false

export const presentBooking = (
  row: BookingRow,
  people: People,
  actor: Actor,
  { over, inBlackout, today }: Around,
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
  state: bookingState.parse(row.state),
  askedBy: personOf(people, row.askedById),
  askedAt: row.askedAt.toISOString(),
  decidedBy: optionalPersonOf(people, row.decidedById),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  reason: row.reason,
  over: over > 0 ? daysText(over) : null,
  inBlackout,
  version: row.version,
  can: [
    ...openActions(row, today).filter((action) => allows(bookingPolicy[action], actor, row)),
    ...(inBlackout && isWaivable(row, today) && hasRole(actor, decisionPolicy.proposeWaiver.roles)
      ? (['waive'] as const)
      : []),
  ],
})

const presentProgram = (row: NonNullable<BookingRow['program']>) => ({
  id: row.id,
  reference: row.reference,
  title: { fr: row.titleFr, en: row.titleEn },
})
