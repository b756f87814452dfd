import { requests } from '@entente/shared/requests/contract'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api/call.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { dossierKeys } from '../programs/api.ts'

type Filter = { state?: 'toVerify' | 'valid' | 'toReconfirm' | 'lapsed' | 'withdrawn'; q?: string }

/** The register, latest number first, page after page. */
export const requestsQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', filter],
    queryFn: ({ pageParam }) =>
      call(requests.list, { query: { ...filter, limit: '50', ...(pageParam !== '' && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const programRequestQuery = (programId: string) =>
  queryOptions({
    queryKey: ['requests', 'program', programId],
    queryFn: () => call(requests.ofProgram, { params: { id: programId } }),
  })

const stale = [['requests'], ['documents'], ...dossierKeys] as const

export const useRegisterRequest = () => useCommand(requests.register, { invalidates: stale })
export const useEditRequest = () => useCommand(requests.edit, { invalidates: stale })
export const useVerifyRequest = () => useCommand(requests.verify, { invalidates: stale })
