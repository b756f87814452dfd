import { audit } from '@entente/shared/audit/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'

export type TrailFilter = { programId?: string; actor?: string; action?: string; from?: string; to?: string }

/** The trail, latest first, a page at a time. */
export const trailQuery = (filter: TrailFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      call(audit.list, { query: { ...filter, ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** Recomputes the whole chain; asked for, never by itself. */
export const chainQuery = queryOptions({
  queryKey: ['audit-chain'],
  queryFn: () => call(audit.verify, {}),
  enabled: false,
})
