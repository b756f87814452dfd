import type { AnswerOf, Endpoint } from '@entente/shared/kernel/endpoint'
import { type QueryKey, useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query'
import { type CallOptions, call } from './call.ts'
import { isProblem } from './problem.ts'
import { useIdempotencyKey } from './use-idempotency-key.ts'

type Settings<E extends Endpoint> = {
  /** Key prefixes that are out of date afterwards. */
  invalidates?: readonly QueryKey[]
  onSuccess?: (answer: AnswerOf<E>) => void
}

const uploading = ['upload']

/** True while a file is on its way: a form that would go without it waits. */
export const useIsUploading = () => useIsMutating({ mutationKey: uploading }) > 0

/**
 * A write as a mutation: one idempotency key per intention on every POST, and what it makes out of date is read again,
 * also after a refusal that says the screen was stale.
 */
export const useCommand = <const E extends Endpoint>(
  endpoint: E,
  { invalidates = [], onSuccess }: Settings<E> = {},
) => {
  const client = useQueryClient()
  const intention = useIdempotencyKey()
  const refresh = () => Promise.all(invalidates.map((queryKey) => client.invalidateQueries({ queryKey })))
  return useMutation<AnswerOf<E>, Error, CallOptions<E>>({
    mutationKey: endpoint.upload === true ? uploading : ['command'],
    mutationFn: (options) =>
      call(endpoint, endpoint.method === 'POST' ? { idempotencyKey: intention.keyFor(options), ...options } : options),
    onSuccess: async (answer) => {
      intention.done()
      await refresh()
      onSuccess?.(answer)
    },
    onError: async (error) => {
      if (isProblem(error) && (error.problem.status === 412 || error.problem.status === 409)) await refresh()
    },
  })
}
