import { z } from 'zod'

/** Asked (soft), firm, or neither any more. */
export const bookingState = z.enum(['asked', 'firm', 'refused', 'released'])
export type BookingState = z.infer<typeof bookingState>

export type BookingAction = 'edit' | 'decide' | 'release'

/** What can still happen to a booking in each state. */
export const bookingActions: Record<BookingState, readonly BookingAction[]> = {
  asked: ['edit', 'decide', 'release'],
  firm: ['release'],
  refused: [],
  released: [],
}
