import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { openAccount } from '../../apps/api/src/modules/users/accounts-service.ts'
import { databaseClock } from '../../apps/api/src/platform/database/clock.ts'
import { openDatabase } from '../../apps/api/src/platform/database/client.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@entente/postgres/embedded'
import { newId } from '../../apps/api/src/platform/database/ids.ts'
import { migrate } from '../../apps/api/src/platform/start/migrate.ts'
import { livingPostmaster } from '@entente/postgres/process'
import { freePort } from '@entente/postgres/free-port'
import { asReplica, Drill, type DrilledServer } from '../start/test-server.ts'

const password = 'une phrase de passe assez longue'
const requests = 6000
const writers = 8
/** Answers of the server's own making that a client accepts in a row before it gives a request up. */
const patience = 40

export type Losses = {
  kills: number
  acknowledged: number
  /** Acknowledged and not there afterwards, or never answered. */
  lost: number
  doubled: number
  drifted: number
  slowestReturnMs: number
}

/** A server and a PostgreSQL of its own, requests waiting for approval, and clients that insist until they are answered. */
export class CrashDrill {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'entente-crash-'))
  private readonly drill: Drill
  private postgres: EmbeddedPostgres | null = null
  private server: DrilledServer | null = null
  private readonly port = freePort()
  private waiting: { id: string; stepId: string }[] = []
  private readonly acknowledged: string[] = []
  private abandoned = 0
  private slowestReturnMs = 0
  private isOver = false

  constructor(serverFile?: string) {
    this.drill = new Drill(serverFile)
  }

  /** Starts both; `careless` acknowledges commits before they are on disk, as nobody should. */
  async begin(careless = false) {
    this.postgres = await startEmbeddedPostgres({ dataDir: this.dataDir })
    await migrate(this.postgres)
    if (careless) await this.beCareless()
    await this.furnish()
    await this.startServer()
  }

  async end() {
    await this.drill.clear()
    await this.postgres?.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  /** Kills the API, or PostgreSQL, again and again while clients approve; tells what was lost. */
  async run(victim: 'api' | 'postgres', kills: number): Promise<Losses> {
    const cookie = await this.signIn('direction@example.org')
    const clients = Array.from({ length: writers }, () => this.approveAll(cookie))
    for (let kill = 0; kill < kills && this.waiting.length > 0; kill += 1) {
      const enough = this.acknowledged.length + 5 + ((kill * 7) % 20)
      while (this.acknowledged.length < enough && this.waiting.length > 0 && this.abandoned < writers) await pause(2)
      const before = performance.now()
      await (victim === 'api' ? this.killServer() : this.killPostgres())
      await this.untilReady()
      this.slowestReturnMs = Math.max(this.slowestReturnMs, performance.now() - before)
    }
    this.isOver = true
    await Promise.all(clients)
    return {
      kills,
      acknowledged: this.acknowledged.length,
      ...(await this.count()),
      slowestReturnMs: Math.round(this.slowestReturnMs),
    }
  }

  /** Sends every key many times at once, while the API is killed now and then; tells how many effects there were. */
  async replay(keys: number, times: number, kills: number) {
    const cookie = await this.signIn('coordination@example.org')
    const envelopeId = await this.anEnvelope()
    const ids = new Set<string>()
    for (let key = 0; key < keys; key += 1) {
      const line = { envelopeId, amount: { amount: '1.00', currency: 'CAD' }, description: 'Rejeu' }
      const body = { programId: null, justification: `Clé ${key}`, neededOn: '2027-01-15', lines: [line] }
      const sent = Array.from({ length: times }, () =>
        this.insist('/allocations', body, cookie, `clé-${key}`.replace('é', 'e')),
      )
      if (key % Math.ceil(keys / kills) === 0) {
        await Promise.race(sent)
        await this.killServer()
      }
      for (const answer of await Promise.all(sent))
        if (answer?.status === 201) ids.add(((await answer.json()) as { id: string }).id)
    }
    const effects = await this.query<{ count: string }>(
      `SELECT count(*) FROM allocations WHERE justification LIKE 'Clé %'`,
    )
    return { keys, effects: Number(effects[0]?.count), told: ids.size }
  }

  private async approveAll(cookie: string) {
    for (let next = this.waiting.pop(); next !== undefined && !this.isOver; next = this.waiting.pop()) {
      const body = { stepId: next.stepId, outcome: 'approved' }
      const answer = await this.insist(`/allocations/${next.id}/decisions`, body, cookie, next.id)
      if (answer?.status === 200) this.acknowledged.push(next.id)
      else this.abandoned += 1
    }
  }

  /** Sends the same request under the same key until it is answered for good. */
  private async insist(path: string, body: object, cookie: string, key: string) {
    for (let failures = 0; failures < patience;) {
      const answer = await this.post(path, body, cookie, key).catch(() => null)
      if (answer !== null && answer.status < 500) return answer
      // Refusing the connection, or saying 503, is what a server does that is on its way back.
      if (answer !== null && answer.status !== 503) failures += 1
      await pause(25)
    }
    return null
  }

  private post = async (path: string, body: object, cookie = '', key: string = crypto.randomUUID()) =>
    fetch(`http://127.0.0.1:${await this.port}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify(body),
    })

  private async signIn(email: string) {
    const answer = await this.post('/session', { email, password })
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  private async startServer() {
    const { appUrl = '', ownerUrl = '' } = this.postgres ?? {}
    const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, PORT: String(await this.port) }
    this.server = await this.drill.start(settings)
  }

  private async killServer() {
    await this.server?.end('SIGKILL')
    await this.startServer()
  }

  private async killPostgres() {
    const pid = livingPostmaster(join(this.dataDir, 'postgres'))
    if (pid !== null) process.kill(pid, 'SIGKILL')
    await this.postgres?.crashed
    // Its children notice within moments that it is gone; until then their memory is in the way.
    for (;;) {
      const started = await startEmbeddedPostgres({ dataDir: this.dataDir }).catch(() => null)
      if (started !== null) return void (this.postgres = started)
      await pause(50)
    }
  }

  private async untilReady() {
    const url = `http://127.0.0.1:${await this.port}/ready`
    while ((await fetch(url).catch(() => null))?.status !== 200) await pause(20)
  }

  private async query<Row extends object>(text: string, values: unknown[] = []) {
    const client = new Client({ connectionString: this.postgres?.superuserUrl, options: asReplica })
    await client.connect()
    const { rows } = await client.query<Row>(text, values)
    await client.end()
    return rows
  }

  private async beCareless() {
    // The server is started with the setting that keeps commits: only one of all roles comes before it.
    await this.query('ALTER ROLE ALL SET synchronous_commit = off')
    for (const setting of [`wal_writer_delay = '10s'`, `wal_writer_flush_after = '1GB'`])
      await this.query(`ALTER SYSTEM SET ${setting}`)
    await this.query('SELECT pg_reload_conf()')
  }

  private anEnvelope = async () => {
    const id = newId()
    await this.query(
      `INSERT INTO envelopes (id, fiscal_year, tx, profile, ceiling, opening, opened_at) VALUES ($1, 2026, 'CAD', $2, 1000000, 1000000, now())`,
      [id, id],
    )
    return id
  }

  /** People, two envelopes, and many requests that draw on both. */
  private async furnish() {
    const db = openDatabase(this.postgres?.appUrl ?? '')
    const account = (name: string, role: 'coordinator' | 'executive') =>
      openAccount({ db, clock: databaseClock }, { email: `${name}@example.org`, name, password, roles: [role] })
    const by = await account('coordination', 'coordinator')
    await account('direction', 'executive')
    const envelopes = [await this.anEnvelope(), await this.anEnvelope()]
    this.waiting = Array.from({ length: requests }, () => ({ id: newId(), stepId: newId() }))
    const asking = {
      requestedById: by,
      editorIds: [by],
      justification: 'Exercice de reprise après une panne',
      state: 'submitted' as const,
    }
    const days = { neededOn: new Date(), createdAt: new Date(), submittedAt: new Date() }
    await db.allocation.createMany({ data: this.waiting.map(({ id }) => ({ id, ...asking, ...days })) })
    const line = (allocationId: string) =>
      envelopes.map((envelopeId, position) => ({
        id: newId(),
        allocationId,
        envelopeId,
        position,
        description: 'Ligne',
        asked: '10.00',
      }))
    await db.allocationLine.createMany({ data: this.waiting.flatMap(({ id }) => line(id)) })
    const step = { position: 0, rule: 'withinLimit', role: 'executive' as const, state: 'pending' as const }
    await db.approvalStep.createMany({
      data: this.waiting.map(({ id, stepId }) => ({ id: stepId, allocationId: id, ...step })),
    })
    await db.$disconnect()
  }

  private async count() {
    const [found] = await this.query<{ lost: string; doubled: string; drifted: string }>(
      `SELECT (SELECT count(*) FROM unnest($1::uuid[]) AS told (id) WHERE NOT EXISTS (SELECT 1 FROM allocations a WHERE a.id = told.id AND a.state = 'approved')
                 OR (SELECT count(*) FROM ledger_entries l WHERE l.allocation_id = told.id) < 2) AS lost,
        (SELECT count(*) FROM (SELECT 1 FROM ledger_entries GROUP BY line_id HAVING count(*) > 1) twice) AS doubled,
        (SELECT count(*) FROM ledger_drift) AS drifted`,
      [this.acknowledged],
    )
    return {
      lost: Number(found?.lost) + this.abandoned,
      doubled: Number(found?.doubled),
      drifted: Number(found?.drifted),
    }
  }
}
