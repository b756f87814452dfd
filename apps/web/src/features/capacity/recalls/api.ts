import { recalls } from '@entente/shared/capacity/recalls/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../staff/api.ts'

/** Missions and bookings that await a decision since an election was called by surprise. */
export const recallsQuery = () =>
  queryOptions({ queryKey: ['capacity', 'recalls'], queryFn: async () => (await call(recalls.list, {})).items })

export const useDecideRecall = () => useCommand(recalls.decide, { invalidates: stale })
