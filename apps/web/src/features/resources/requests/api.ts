import { allocations } from '@entente/shared/resources/requests/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { pageOf, stale } from '../rates/api.ts'

export type AllocationFilter = { programId?: string; state?: Allocation['state']; fiscalYear?: string }

/** Requests for resources and what became of them, latest first. */
export const allocationsQuery = (filter: AllocationFilter) =>
  infiniteQueryOptions({
    queryKey: ['resources', 'list', filter],
    queryFn: ({ pageParam }) => call(allocations.list, { query: { ...filter, ...pageOf(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** What was asked for one activity. */
export const activityAllocationsQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['resources', 'activity', activityId],
    queryFn: async () => (await call(allocations.list, { query: { activityId, limit: '100' } })).items,
  })

export const allocationQuery = (id: string) =>
  queryOptions({
    queryKey: ['resources', 'one', id],
    queryFn: () => call(allocations.get, { params: { id } }),
  })

/** What a program comes to against its plan, by unit. */
export const forecastQuery = (programId: string) =>
  queryOptions({
    queryKey: ['resources', 'forecast', programId],
    queryFn: async () => (await call(allocations.forecast, { params: { id: programId } })).items,
  })

export const useDraftAllocation = () => useCommand(allocations.draft, { invalidates: stale })
export const useEditAllocation = () => useCommand(allocations.edit, { invalidates: stale })
export const useSubmitAllocation = () => useCommand(allocations.submit, { invalidates: stale })
export const useWithdrawAllocation = () => useCommand(allocations.withdraw, { invalidates: stale })
