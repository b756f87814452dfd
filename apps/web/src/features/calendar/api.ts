import { elections } from '@entente/shared/calendar/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'

/** Our own elections, in the order of their days. */
export const electionsQuery = () =>
  queryOptions({ queryKey: ['calendar', 'elections'], queryFn: () => call(elections.list, {}), staleTime: 300_000 })

const stale = [['calendar'], ['capacity'], ['dashboards'], ['resources']] as const

export const useEnterElection = () => useCommand(elections.enter, { invalidates: stale })
export const useEditElection = () => useCommand(elections.edit, { invalidates: stale })
