import { useMemo } from 'react'

export type IdempotencyKey = {
  /** The key of this intention: the same for the same body until it is done, so a retry is not a second act. */
  keyFor: (body?: unknown) => string
  /** The act succeeded: the next one is a new intention, even with the same body. */
  done: () => void
}

// Not randomUUID: it is missing where the page came over plain HTTP from another machine.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const createIntention = (): IdempotencyKey => {
  let last: { body: string; key: string } | undefined
  return {
    keyFor: (body) => {
      const text = JSON.stringify(body ?? null)
      if (last?.body !== text) last = { body: text, key: newKey() }
      return last.key
    },
    done: () => {
      last = undefined
    },
  }
}

export const useIdempotencyKey = (): IdempotencyKey => useMemo(() => createIntention(), [])
