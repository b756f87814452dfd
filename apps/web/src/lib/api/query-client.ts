import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isProblem } from './problem.ts'

/** Reads are fresh for half a minute and kept true by the live stream; refusals are never retried. */
export const createQueryClient = ({ onSignedOut }: { onSignedOut: () => void }) => {
  const onError = (error: Error) => {
    if (isProblem(error, 'not-signed-in')) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && (!isProblem(error) || error.problem.status >= 500),
      },
      mutations: { retry: false },
    },
  })
}
