import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@entente/postgres/embedded'
import { newId } from '../../apps/api/src/platform/database/ids.ts'
import { demoPassword } from '../../prisma/seed/people/personas.ts'
import { asReplica, Drill, type DrilledServer } from '../start/test-server.ts'

const types = ['mission', 'workshop', 'training', 'meeting', 'deliverable', 'other']
const priorities = ['normal', 'normal', 'normal', 'high', 'low', 'urgent']
/** Ranks of three signs, in the order of code units, after the first of a column. */
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const rankAt = (place: number) => `b${signs[Math.floor(place / signs.length)]}${signs[place % signs.length]}`
const labels = ['logistique', 'formation', 'dépouillement', 'communication']

export type Answer<T> = { status: number; body: T; etag: string | null }
export type Session = <T>(method: string, path: string, body?: object, headers?: object) => Promise<Answer<T>>

type Board = { columns: { id: string; name: string; cards: { id: string; version: number }[] }[] }

/** A PostgreSQL that keeps what it acknowledges, the server as it ships on it, and one program with a large board. */
export class BenchWorld {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'entente-bench-data-'))
  private readonly drill = new Drill()
  private postgres: EmbeddedPostgres | null = null
  private server: DrilledServer | null = null
  programId = ''

  /** Starts both with the demonstration, and fills the board of a program that had none. */
  async begin(cards: number) {
    this.postgres = await startEmbeddedPostgres({ dataDir: this.dataDir })
    const { appUrl, ownerUrl } = this.postgres
    const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DEMO: 'yes', PUBLIC_URL: '' }
    this.server = await this.drill.start(settings)
    const [free] = await this.query<{ id: string }>(
      'SELECT id FROM programs p WHERE NOT EXISTS (SELECT 1 FROM boards WHERE program_id = p.id) ORDER BY reference LIMIT 1',
    )
    this.programId = free?.id ?? ''
    await this.fill(cards)
    await this.query('ANALYZE')
  }

  async end() {
    await this.drill.clear()
    await this.postgres?.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }

  get url() {
    return this.server?.url ?? ''
  }

  get folder() {
    return this.drill.dataDir
  }

  get databaseUrl() {
    return this.postgres?.appUrl ?? ''
  }

  /** Someone signed in, as a function that sends requests. */
  async signIn(name: string): Promise<Session> {
    const credentials = { email: `${name}@demo.example`, password: demoPassword }
    const answer = await this.send('', 'POST', '/session', credentials)
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return async (method, path, body, headers) => {
      const reply = await this.send(cookie, method, path, body, headers)
      const text = await reply.text()
      return {
        status: reply.status,
        body: text === '' ? undefined : JSON.parse(text),
        etag: reply.headers.get('etag'),
      }
    }
  }

  /** So many requests of the benchmark have been approved, none less. */
  async requireApproved(count: number) {
    const [found] = await this.query<{ count: string }>(
      `SELECT count(*) FROM allocations a WHERE a.state = 'approved' AND a.justification LIKE 'Mission prévue à l’entente'
         AND EXISTS (SELECT 1 FROM ledger_entries WHERE allocation_id = a.id)`,
    )
    if (Number(found?.count) !== count) throw new Error(`${found?.count} requests are approved, not ${count}`)
  }

  async query<Row extends object>(text: string, values: unknown[] = []) {
    const client = new Client({ connectionString: this.postgres?.superuserUrl, options: asReplica })
    await client.connect()
    const { rows } = await client.query<Row>(text, values)
    await client.end()
    return rows
  }

  private send = (cookie: string, method: string, path: string, body?: object, headers: object = {}) =>
    fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        ...(body && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    })

  /** The first card by command, which makes the columns; the others at once: two thousand commands measure nothing. */
  private async fill(count: number) {
    const coordinator = await this.signIn('coordination')
    const at = `/programs/${this.programId}`
    await coordinator('POST', `${at}/activities`, { title: 'Première activité', type: 'other' })
    const { columns } = (await coordinator<Board>('GET', `${at}/board`)).body
    const people = await this.query<{ id: string }>('SELECT id FROM users WHERE organization_id IS NULL ORDER BY email')
    const each = (count - 1) / columns.length
    const rows = columns.flatMap(({ id }, column) => {
      const size = Math.floor((column + 1) * each) - Math.floor(column * each)
      return Array.from({ length: size }, (_, index) => ({
        ...this.card(column * each + index, people),
        column_id: id,
        rank: rankAt(index),
      }))
    })
    await this.query('INSERT INTO activities SELECT * FROM json_populate_recordset(NULL::activities, $1)', [
      JSON.stringify(rows),
    ])
  }

  private card(place: number, people: readonly { id: string }[]) {
    const turn = Math.floor(place)
    const pick = <T>(list: readonly T[]) => list[turn % list.length]
    const createdById = people[0]?.id
    const day = `2026-${String((turn % 12) + 1).padStart(2, '0')}-${String((turn % 28) + 1).padStart(2, '0')}`
    return {
      id: newId(),
      program_id: this.programId,
      title: `Activité ${turn + 2} : ${pick(['préparer', 'tenir', 'rédiger', 'valider'])} la rencontre ${turn % 37}`,
      type: pick(types),
      priority: pick(priorities),
      description: 'Ce qui est convenu avec l’organisme hôte.',
      due_on: turn % 3 === 0 ? day : null,
      assignee_ids: turn % 2 === 0 ? [pick(people)?.id] : [],
      labels: turn % 4 === 0 ? [pick(labels)] : [],
      blocked_reason: turn % 40 === 7 ? 'Visa en attente' : null,
      checklist:
        turn % 5 === 0
          ? [
              { text: 'Réserver', done: true },
              { text: 'Confirmer', done: false },
            ]
          : [],
      document_ids: [],
      after_ids: [],
      column_since: new Date(),
      milestone: turn % 50 === 0,
      created_by_id: createdById,
      created_at: new Date(),
      version: 1,
    }
  }
}
