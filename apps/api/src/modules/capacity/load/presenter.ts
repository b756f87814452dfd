import type { Taken } from '@entente/shared/capacity/load/rules'
import type { Booking } from '../../../generated/prisma/client.ts'
import { asDay } from '../../../platform/database/clock.ts'

/** What a booking takes, and when. */
export const takenBy = (row: Pick<Booking, 'startsOn' | 'endsOn' | 'days'>): Taken => ({
  from: asDay(row.startsOn),
  to: asDay(row.endsOn),
  days: row.days.toNumber(),
})
