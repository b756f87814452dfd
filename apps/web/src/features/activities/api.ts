import { activities } from '@entente/shared/activities/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { useCommand } from '../../lib/command.ts'

/** The activity board of a program. */
export const activityBoardQuery = (programId: string) =>
  queryOptions({
    queryKey: ['activities', 'board', programId],
    queryFn: () => call(activities.board, { params: { id: programId } }),
  })

const stale = [['activities'], ['shares']] as const

export const useAddActivity = () => useCommand(activities.create, { invalidates: stale })
export const useEditActivity = () => useCommand(activities.edit, { invalidates: stale })
export const useMoveActivity = () => useCommand(activities.move, { invalidates: stale })
export const useAddColumn = () => useCommand(activities.addColumn, { invalidates: stale })
export const useEditColumn = () => useCommand(activities.editColumn, { invalidates: stale })
