import { boards, type BulkChange } from '@entente/shared/activities/board-contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../api.ts'

/** What a change of several cards would do, tried on the server and not kept. */
export const previewQuery = (programId: string, changes: BulkChange['changes']) =>
  queryOptions({
    queryKey: ['preview', programId, changes],
    queryFn: () =>
      call(boards.change, {
        params: { id: programId },
        body: { changes, preview: true },
        idempotencyKey: `preview-${Date.now()}`,
      }),
    gcTime: 0,
    retry: false,
  })

export const useFillBoard = () => useCommand(boards.fill, { invalidates: stale })
export const useAddColumn = () => useCommand(boards.addColumn, { invalidates: stale })
export const useEditColumn = () => useCommand(boards.editColumn, { invalidates: stale })
export const useOrderColumns = () => useCommand(boards.orderColumns, { invalidates: stale })
export const useLimitBoard = () => useCommand(boards.limit, { invalidates: stale })
