import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'

/** What the server says has changed; never content. */
const change = z.object({
  resource: z.string(),
  id: z.string(),
  version: z.number().nullish(),
  programId: z.string().nullish(),
  by: z.string().nullish(),
})
type Change = z.infer<typeof change>
type Message = { kind: 'change'; change: Change } | { kind: 'gap' }

/** Whoever waited longer than this for the lock takes over from another tab. */
const takeoverMs = 1_000

const listeners = new Set<(message: Message) => void>()
const tell = (message: Message) => listeners.forEach((listen) => listen(message))

const readChange = (data: string) => {
  const parsed = change.safeParse(JSON.parse(data))
  return parsed.success ? parsed.data : undefined
}

/** A page reads before its stream is open: it asks for what happened since, and a little longer, as clocks go. */
const addressNow = () => `/api/v1/events?ago=${Math.ceil(performance.now()) + 1_000}`

/** Keeps one stream open until `signal`; the browser resumes short breaks itself with Last-Event-ID. */
const stream = (send: (message: Message) => void, signal: AbortSignal) => {
  let waitMs = 1_000
  const open = () => {
    if (signal.aborted) return
    const source = new EventSource(addressNow())
    signal.addEventListener('abort', () => source.close(), { once: true })
    source.onopen = () => {
      waitMs = 1_000
    }
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const seen = readChange(data)
      if (seen !== undefined) send({ kind: 'change', change: seen })
    }
    // The server no longer knows the place we left: read everything again.
    source.addEventListener('reset', () => send({ kind: 'gap' }))
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return
      waitMs = Math.min(waitMs * 2, 60_000)
      setTimeout(open, waitMs * (0.5 + Math.random()))
      send({ kind: 'gap' })
    }
  }
  open()
}

/**
 * One stream per browser: the tab that holds the lock listens and tells the others. Whoever takes the lock over cannot
 * know what it missed, so it says there was a gap.
 */
export const startLive = () => {
  const stop = new AbortController()
  const startedAt = Date.now()
  const channel = new BroadcastChannel('entente.live')
  channel.onmessage = ({ data }: MessageEvent<Message>) => tell(data)
  const send = (message: Message) => {
    tell(message)
    channel.postMessage(message)
  }
  const lead = () =>
    new Promise<void>((resolve) => {
      stream(send, stop.signal)
      if (Date.now() - startedAt > takeoverMs) send({ kind: 'gap' })
      stop.signal.addEventListener('abort', () => resolve(), { once: true })
    })
  // Locks need a secure context; without one every tab listens for itself.
  if ('locks' in navigator)
    navigator.locks.request('entente.live', { signal: stop.signal }, lead).catch(() => undefined)
  else stream(tell, stop.signal)
  return () => {
    stop.abort()
    channel.close()
  }
}

/** The screens of a slice read under its family: `resources/ledger` is read with all of `resources`. */
const familyOf = (resource: string) => resource.split('/')[0] ?? resource

const mentions = (part: unknown, ids: readonly unknown[]): boolean =>
  ids.includes(part) ||
  (typeof part === 'object' && part !== null && Object.values(part).some((inner) => mentions(inner, ids)))

/** Changes that come within this time of a first one are read together. */
const gatherMs = 100
/** Reading that takes longer than this holds up no further reading. */
const patienceMs = 2_000

/** What others do shows within a second. */
const longestRestMs = 500

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const showings = new Set<(change: Change) => void>()

/** Tells at once of the first change since things were read: for a page that can show it from less than all it reads. */
export const onFirstChange = (show: (change: Change) => void) => {
  showings.add(show)
  return () => void showings.delete(show)
}

/**
 * Marks out of date what a change touches: queries of its slice, queries whose key names it or its program, and the
 * `overviews` (slices whose answers are made of everything). Changes that come while it reads are read afterwards,
 * together: begun anew for each, under many changes the reading would never end, nor a command that waits for it.
 */
export const keepFresh = (client: QueryClient, overviews: readonly string[]) => {
  const waiting: Change[] = []
  let isReading = false
  const readAgain = () => {
    const slices = new Set([...overviews, ...waiting.map(({ resource }) => familyOf(resource))])
    const ids = waiting.flatMap(({ id, programId }) => (programId ? [id, programId] : [id]))
    waiting.length = 0
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) =>
      (typeof queryKey[0] === 'string' && slices.has(queryKey[0])) || mentions(queryKey, ids)
    return client.invalidateQueries({ predicate })
  }
  const readAll = async () => {
    isReading = true
    let tookMs = 0
    while (waiting.length > 0) {
      // While change follows change, at most half the time goes to reading.
      await pause(Math.max(gatherMs, tookMs))
      const startedAt = Date.now()
      await Promise.race([readAgain(), pause(patienceMs)])
      tookMs = Math.min(Date.now() - startedAt, longestRestMs)
    }
    isReading = false
  }
  const listen = (message: Message) => {
    if (message.kind === 'gap') return void client.invalidateQueries()
    if (waiting.length === 0) showings.forEach((show) => show(message.change))
    waiting.push(message.change)
    if (!isReading) void readAll()
  }
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
    waiting.length = 0
  }
}
