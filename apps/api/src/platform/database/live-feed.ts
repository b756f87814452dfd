import { Client } from 'pg'

/** Wakes listeners when the trail has grown. Only a bell: readers fetch what is new themselves. */
export type LiveFeed = {
  onWake: (listener: () => void) => () => void
  close: () => Promise<void>
}

const retryMs = 1000

/** One connection of the process listens to the database; when it is lost, it is made again and all are woken. */
export const openLiveFeed = (databaseUrl: string): LiveFeed => {
  const listeners = new Set<() => void>()
  const wake = () => listeners.forEach((listener) => listener())
  let client: Client | null = null
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    const next = new Client({ connectionString: databaseUrl, keepAlive: true })
    client = next
    next.on('notification', wake)
    next.on('error', () => void next.end().catch(() => undefined))
    next.on('end', again)
    await next.connect()
    await next.query('LISTEN entente')
    wake()
  }
  const again = () => {
    if (!closed) retry = setTimeout(() => void connect().catch(again), retryMs)
  }
  void connect().catch(again)

  return {
    onWake: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
