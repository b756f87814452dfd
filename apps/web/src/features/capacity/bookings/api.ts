import type { BookingState } from '@entente/shared/capacity/load/workflow'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import { programs } from '@entente/shared/programs/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../staff/api.ts'

export type BookingFilter = { programId?: string; staffId?: string; state?: BookingState }

/** Bookings, the latest asked first. */
export const bookingsQuery = (filter: BookingFilter) =>
  infiniteQueryOptions({
    queryKey: ['capacity', 'bookings', filter],
    queryFn: ({ pageParam }) =>
      call(bookings.list, { query: { ...filter, limit: '50', ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

/** Programs whose reference or title holds these words. */
export const foundProgramsQuery = (words: string) =>
  queryOptions({
    queryKey: ['programs', 'found', words],
    queryFn: async () =>
      (await call(programs.list, { query: { limit: '20', ...(words !== '' && { q: words }) } })).items,
    placeholderData: keepPreviousData,
  })

export const useAskBooking = () => useCommand(bookings.ask, { invalidates: stale })
export const useEditBooking = () => useCommand(bookings.edit, { invalidates: stale })
export const useDecideBooking = () => useCommand(bookings.decide, { invalidates: stale })
export const useReleaseBooking = () => useCommand(bookings.release, { invalidates: stale })
