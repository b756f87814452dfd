import { ledger } from '@entente/shared/resources/ledger/contract'
import type { RequestOf } from '@entente/shared/kernel/endpoint'
import { programs } from '@entente/shared/programs/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../../lib/api/call.ts'
import { useCommand } from '../../../lib/api/use-command.ts'
import { pageOf, stale } from '../rates/api.ts'

export type LedgerFilter = Omit<NonNullable<RequestOf<typeof ledger.list>['query']>, 'limit' | 'cursor'>

/** Entries of the ledger, oldest first. */
export const ledgerQuery = (filter: LedgerFilter) =>
  infiniteQueryOptions({
    queryKey: ['resources', 'ledger', filter],
    queryFn: ({ pageParam }) => call(ledger.list, { query: { ...filter, ...pageOf(pageParam) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

/** Staff-days spent by person, over the entries a filter keeps. */
export const workQuery = (filter: LedgerFilter) =>
  queryOptions({
    queryKey: ['resources', 'work', filter],
    queryFn: () => call(ledger.work, { query: filter }),
  })

/** The reference of every program by its id: the ledger knows ids only. */
export const referencesQuery = () =>
  queryOptions({
    queryKey: ['programs', 'references'],
    queryFn: async () => {
      const references: Record<string, string> = {}
      let cursor: string | null = null
      do {
        const page: { items: { id: string; reference: string }[]; nextCursor: string | null } = await call(
          programs.list,
          { query: { limit: '100', ...(cursor !== null && { cursor }) } },
        )
        for (const { id, reference } of page.items) references[id] = reference
        cursor = page.nextCursor
      } while (cursor !== null)
      return references
    },
  })

export const useCommit = () => useCommand(ledger.commit, { invalidates: stale })
export const useSpend = () => useCommand(ledger.spend, { invalidates: stale })
export const useRelease = () => useCommand(ledger.release, { invalidates: stale })

export const useReverseEntry = () => useCommand(ledger.reverse, { invalidates: stale })
