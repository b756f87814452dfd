import { type Organization, organizations } from '@entente/shared/organizations/contract'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'

/** The whole register: some tens of organizations, searched as one types. */
export const organizationsQuery = queryOptions({
  queryKey: ['organizations', 'all'],
  queryFn: async () => {
    const rows: Organization[] = []
    let cursor: string | undefined
    do {
      const page = await call(organizations.list, { query: { limit: '100', ...(cursor !== undefined && { cursor }) } })
      rows.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    return rows
  },
})

const stale = [['organizations'], ['partnerships'], ['participation'], ['safeguards']] as const

export const useAddOrganization = () => useCommand(organizations.create, { invalidates: stale })
export const useEditOrganization = () => useCommand(organizations.edit, { invalidates: stale })
