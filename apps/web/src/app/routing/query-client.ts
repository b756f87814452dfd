import { forgetSession } from '../../features/users/api.ts'
import { createQueryClient } from '../../lib/api/query-client.ts'

/** What this browser has read, until it is told that it changed. */
export const queryClient = createQueryClient({ onSignedOut: () => forgetSession(queryClient) })
