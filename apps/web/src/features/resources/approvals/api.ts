import { approvals } from '@entente/shared/resources/approvals/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'
import { stale } from '../rates/api.ts'

/** What waits for my decision. */
export const inboxQuery = () =>
  queryOptions({
    queryKey: ['resources', 'inbox', currentLocale()],
    queryFn: async () => (await call(approvals.inbox, {})).items,
  })

export const useDecideAllocation = (onSuccess: (allocation: Allocation) => void) =>
  useCommand(approvals.decide, { invalidates: stale, onSuccess })
