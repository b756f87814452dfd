import { type BookingState } from '@entente/shared/capacity/bookings/workflow'
import { bookings } from '@entente/shared/capacity/bookings/contract'
import { capacity, type LoadStep } from '@entente/shared/capacity/load/contract'
import { recalls } from '@entente/shared/capacity/recalls/contract'
import { staff } from '@entente/shared/capacity/staff/contract'
import { programs } from '@entente/shared/programs/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'

/** People who can be put to work, by name. */
export const staffQuery = () => queryOptions({ queryKey: ['capacity', 'staff'], queryFn: () => call(staff.list, {}) })

/** How much everyone is booked over the fiscal year that holds a day. */
export const loadQuery = (on: string, step: LoadStep) =>
  queryOptions({
    queryKey: ['capacity', 'load', on, step],
    queryFn: () => call(capacity.map, { query: { on, step } }),
    placeholderData: keepPreviousData,
  })

export type Need = {
  from: string
  to: string
  profile?: string
  skill?: string
  language?: string
  days?: string
}

/** Who fits a need and has days left. */
export const matchesQuery = (need: Need) =>
  queryOptions({
    queryKey: ['capacity', 'matches', need],
    queryFn: () => call(capacity.matches, { query: need }),
    placeholderData: keepPreviousData,
  })

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

/** Missions and bookings that await a decision since an election was called by surprise. */
export const recallsQuery = () =>
  queryOptions({ queryKey: ['capacity', 'recalls'], queryFn: async () => (await call(recalls.list, {})).items })

/** Programs whose reference or title holds these words. */
export const foundProgramsQuery = (words: string) =>
  queryOptions({
    queryKey: ['programs', 'found', words],
    queryFn: async () =>
      (await call(programs.list, { query: { limit: '20', ...(words !== '' && { q: words }) } })).items,
    placeholderData: keepPreviousData,
  })

const stale = [['capacity'], ['dashboards'], ['allocations', 'inbox']] as const

export const useAddStaff = () => useCommand(staff.add, { invalidates: stale })
export const useEditStaff = () => useCommand(staff.edit, { invalidates: stale })
export const useAskBooking = () => useCommand(bookings.ask, { invalidates: stale })
export const useEditBooking = () => useCommand(bookings.edit, { invalidates: stale })
export const useDecideBooking = () => useCommand(bookings.decide, { invalidates: stale })
export const useReleaseBooking = () => useCommand(bookings.release, { invalidates: stale })
export const useDecideRecall = () => useCommand(recalls.decide, { invalidates: stale })
