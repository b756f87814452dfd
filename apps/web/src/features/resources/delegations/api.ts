import { delegations } from '@entente/shared/resources/delegations/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { stale } from '../rates/api.ts'

/** Delegations that have not ended, and whom one may delegate to. */
export const delegationsQuery = () =>
  queryOptions({ queryKey: ['resources', 'delegations'], queryFn: () => call(delegations.list, {}) })

export const useGiveDelegation = () => useCommand(delegations.give, { invalidates: stale })
export const useRevokeDelegation = () => useCommand(delegations.revoke, { invalidates: stale })
