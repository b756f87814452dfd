import { views } from '@entente/shared/views/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'

/** The views of one board: mine and those colleagues share. Without a program: of the portfolio. */
export const viewsQuery = (programId: string | null) =>
  queryOptions({
    queryKey: ['views', programId],
    queryFn: async () => (await call(views.list, { query: programId === null ? {} : { programId } })).items,
  })

const stale = [['views']] as const

export const useSaveView = () => useCommand(views.save, { invalidates: stale })
export const useEditView = () => useCommand(views.edit, { invalidates: stale })
export const useDeleteView = () => useCommand(views.remove, { invalidates: stale })
