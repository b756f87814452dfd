import { capacity, type LoadStep } from '@entente/shared/capacity/load/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'

/** How much everyone is booked over the fiscal year that holds a day. */
export const loadQuery = (on: string, step: LoadStep) =>
  queryOptions({
    queryKey: ['capacity', 'load', on, step],
    queryFn: () => call(capacity.map, { query: { on, step } }),
    placeholderData: keepPreviousData,
  })

/** What is looked for: days in a period, and who could give them. */
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
