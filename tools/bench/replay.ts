import { Client, type Pool } from 'pg'
import { buildApp } from '../../apps/api/src/app.ts'
import { databaseClock } from '../../apps/api/src/platform/database/clock.ts'
import { newId } from '../../apps/api/src/platform/database/ids.ts'
import { demoPassword } from '../../prisma/seed/people/personas.ts'
import type { BenchWorld } from './world.ts'

/** A request that waits for one signature, with its one line. */
export type Waiting = { allocationId: string; stepId: string; lineId: string; envelopeId: string }
/** A statement as it went to PostgreSQL. */
type Statement = { text: string; values: unknown[] }
/** All statements of one approval; people keep their ids at every replay. */
export type Script = { statements: readonly Statement[]; people: readonly string[] }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Listens to what node-postgres is given, while something runs. */
const listen = async (run: () => Promise<unknown>) => {
  const heard: Statement[] = []
  const pg = Client.prototype as unknown as { query: (this: unknown, ...told: unknown[]) => unknown }
  const { query } = pg
  pg.query = function told(...parts) {
    const [first, second] = parts as [string | Statement, unknown[] | undefined]
    const { text, values = second ?? [] } = typeof first === 'string' ? { text: first } : first
    heard.push({ text, values: [...values] })
    return query.apply(this, parts)
  }
  await run()
  pg.query = query
  return heard
}

/** All that the application says to PostgreSQL for one approval, from the session to the commit. */
export const recordDecision = async (world: BenchWorld, { allocationId, stepId }: Waiting): Promise<Script> => {
  const place = { databaseUrl: world.databaseUrl, dataDir: world.folder, demo: true, publicUrl: null, webRoot: null }
  const app = await buildApp({ ...place, clock: databaseClock, logLevel: 'error' })
  const post = (url: string, payload: object, cookie = '') =>
    app.inject({ method: 'POST', url, payload, headers: { cookie, 'idempotency-key': newId() } })
  const credentials = { email: 'direction@demo.example', password: demoPassword }
  const signedIn = await post('/api/v1/session', credentials)
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0]
  const decision = { stepId, outcome: 'approved' }
  const heard = await listen(async () => {
    const { statusCode, body } = await post(`/api/v1/allocations/${allocationId}/decisions`, decision, cookie)
    if (statusCode !== 200) throw new Error(`An approval was answered ${statusCode}: ${body}`)
  })
  await app.close()
  const known = await world.query<{ id: string }>('SELECT id FROM users')
  return { statements: heard, people: known.map(({ id }) => id) }
}

/** The same value with its ids put otherwise, wherever they stand in it. */
const withIds = (value: unknown, put: (id: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((one) => withIds(one, put))
  return typeof value === 'string' ? value.replaceAll(uuid, put) : value
}

/** Says the same for another request, on a connection of its own: its ids for those of the first, new ones for the rest. */
export const replay = async (pool: Pool, { statements, people }: Script, first: Waiting, other: Waiting) => {
  const ids = new Map([
    ...people.map((id) => [id, id] as const),
    [first.allocationId, other.allocationId],
    [first.stepId, other.stepId],
    [first.lineId, other.lineId],
    [first.envelopeId, other.envelopeId],
  ])
  const idFor = (id: string) => {
    const own = ids.get(id) ?? newId()
    ids.set(id, own)
    return own
  }
  const client = await pool.connect()
  try {
    for (const { text, values } of statements)
      await client.query(
        text,
        values.map((value) => withIds(value, idFor)),
      )
  } finally {
    client.release()
  }
}
