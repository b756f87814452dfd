import { role } from '@entente/shared/users/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { examplesFor } from '../support/examples.ts'
import { resourcesIn } from '../support/resources.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { type Persona, useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
const writes = endpoints.filter(({ method, upload }) => method !== 'GET' && upload !== true)
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
  const people: Persona[] = ['coordinator', 'analyst', 'manager', 'executive', 'auditor', 'admin']
  for (const name of people) await (await world.as(name)).get('/session')
}, 60_000)
const entries = async () => {
  const [found] = await world.db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM audit.entries`
  return Number(found?.count)
}
const verified = async () => (await (await world.as('auditor')).get<object>('/audit/verify')).body

describe('The audit trail', () => {
  it('gains one row for every write that is done, and none for one that is refused', async () => {
    const examples = examplesFor(specimens)
    const seen = new Set<number>()
    for (const endpoint of writes.filter(({ path }) => !path.startsWith('/session') && path !== '/setup')) {
      const open = routes.find((route) => route.endpoint === endpoint)?.roles ?? []
      for (const name of role.options.filter((option) => option !== 'partner')) {
        const by = await world.as(name as Persona)
        const before = await entries()
        const { status } = await by.send({
          method: endpoint.method as 'POST',
          url: addressOf(endpoint, specimens.ids, missingId),
          ...(endpoint.body !== undefined && { payload: examples[nameOf(endpoint)] ?? {} }),
          headers: {
            'idempotency-key': `${name}-${nameOf(endpoint).replace(' ', '')}`,
            ...(endpoint.method === 'DELETE' && { 'if-match': '"1"' }),
          },
        })
        const done = status < 300 && endpoint.fleeting !== true
        seen.add(status)
        expect({ name, at: nameOf(endpoint), rows: (await entries()) - before }).toEqual({
          name,
          at: nameOf(endpoint),
          rows: done ? 1 : 0,
        })
        expect(done && !open.includes(name)).toBe(false)
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining([200, 201, 204, 403, 409, 428]))
    expect(await verified()).toMatchObject({ intact: true, entries: await entries() })
  }, 60_000)

  it('says who did what to which record, with the record before and after', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await world.anOrganization('TRACE')
    await granted(coordinator.patch(`/organizations/${id}`, { acronym: 'TRACE-2' }, 1))
    const { items } = await granted(
      (await world.as('auditor')).get<{ items: object[] }>('/audit?action=organization.edit&limit=1'),
    )
    expect(items).toMatchObject([
      {
        actor: { id: coordinator.id },
        resourceId: id,
        version: 2,
        before: { acronym: 'TRACE' },
        after: { acronym: 'TRACE-2' },
      },
    ])
  })

  it('names signing in, and holds no password and no token', async () => {
    await granted((await world.as('manager3')).get('/session'))
    const rows = await world.db.$queryRaw<
      { text: string }[]
    >`SELECT concat(before::text, after::text) AS text FROM audit.entries`
    expect(rows.filter(({ text }) => /"password|argon2|tokenHash/i.test(text))).toEqual([])
    const { items } = await granted(
      (await world.as('auditor')).get<{ items: object[] }>('/audit?action=session.open&limit=1'),
    )
    expect(items).toHaveLength(1)
  })
})

describe('The role of the application, with SQL of its own', () => {
  let database: FreshDatabase
  let app: Client
  beforeAll(async () => {
    database = await freshDatabase()
    app = new Client({ connectionString: database.appUrl })
    await app.connect()
  })
  afterAll(async () => {
    await app.end()
    await database.drop()
  })

  const grown = ['ledger_entries', 'gate_evaluations', 'decisions', 'stage_entries', 'audit.entries', 'audit.head']
  it.each(grown)('rewrites nothing in %s', async (table) => {
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    const column = table.startsWith('audit.') ? 'hash' : 'id'
    await expect(app.query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toMatchObject({ code: '42501' })
  })

  it.each([
    `INSERT INTO audit.entries SELECT * FROM audit.entries`,
    `ALTER TABLE audit.entries DISABLE TRIGGER ALL`,
    `DROP SCHEMA audit CASCADE`,
    `CREATE OR REPLACE FUNCTION audit.first_broken() RETURNS bigint LANGUAGE sql AS 'SELECT null::bigint'`,
    `SET session_replication_role = replica`,
    `ALTER TABLE approval_steps DISABLE TRIGGER two_people`,
  ])('may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('approves nothing in the name of who asked for it or wrote in it', async () => {
    const { envelope, line, submitted } = resourcesIn(world)
    const asked = await submitted([line(await envelope('50.00', { profile: 'sql' }), '5.00')])
    const { id } = await world.as('coordinator')
    const approval = world.db.$executeRaw`
      UPDATE approval_steps SET state = 'approved', decided_by_id = ${id}::uuid, decided_at = now()
      WHERE allocation_id = ${asked.id}::uuid`
    await expect(approval).rejects.toThrow(/never decided by who asked/)
  })

  it('approves nothing in nobody’s name, and writes nobody out of a request', async () => {
    const { envelope, line, submitted } = resourcesIn(world)
    const asked = await submitted([line(await envelope('50.00', { profile: 'sql-2' }), '5.00')])
    const { id } = await world.as('executive')
    const anonymous = world.db.$executeRaw`
      UPDATE approval_steps SET state = 'approved' WHERE allocation_id = ${asked.id}::uuid`
    await expect(anonymous).rejects.toThrow(/steps_decided/)
    const renamed = world.db.$executeRaw`
      UPDATE allocations SET requested_by_id = ${id}::uuid WHERE id = ${asked.id}::uuid`
    await expect(renamed).rejects.toThrow(/stays on record/)
    const forgotten = world.db.$executeRaw`UPDATE allocations SET editor_ids = '{}' WHERE id = ${asked.id}::uuid`
    await expect(forgotten).rejects.toThrow(/stays on record/)
  })
})

describe('Tampering by the owner of the database', () => {
  /** Does it behind the triggers, as only the owner can, and takes it back. */
  const tampered = async (statement: string) => {
    const owner = new Client({ connectionString: world.ownerUrl })
    await owner.connect()
    try {
      await owner.query('CREATE TABLE kept AS SELECT * FROM audit.entries')
      await owner.query('ALTER TABLE audit.entries DISABLE TRIGGER ALL')
      await owner.query(statement)
      const found = await verified()
      await owner.query('TRUNCATE audit.entries; INSERT INTO audit.entries SELECT * FROM kept; DROP TABLE kept')
      await owner.query('ALTER TABLE audit.entries ENABLE TRIGGER ALL')
      return found
    } finally {
      await owner.end()
    }
  }
  it.each([
    ['an edit of a text', `UPDATE audit.entries SET actor_name = 'x' WHERE id = 5`, 5],
    ['an edit of a moment', `UPDATE audit.entries SET at = at - interval '1 day' WHERE id = 7`, 7],
    ['an edit of a hash', `UPDATE audit.entries SET hash = repeat('a', 64) WHERE id = 6`, 6],
    ['a row taken out', `DELETE FROM audit.entries WHERE id = 9`, 9],
    ['a first row taken out', `DELETE FROM audit.entries WHERE id = 1`, 1],
    [
      'two rows exchanged',
      `UPDATE audit.entries SET id = CASE id WHEN 3 THEN -4 ELSE -3 END WHERE id IN (3, 4); UPDATE audit.entries SET id = -id WHERE id < 0`,
      3,
    ],
    [
      'a row put in',
      `INSERT INTO audit.entries SELECT (SELECT max(id) + 1 FROM audit.entries), at, recorded_at, actor_id, actor_name, action, resource, resource_id, program_id, version, before, after, hash, hash FROM audit.entries ORDER BY id DESC LIMIT 1`,
      null,
    ],
    ['a tail cut off', `DELETE FROM audit.entries WHERE id > 10`, 11],
  ])('is found: %s', async (_, statement, place) => {
    const found = await tampered(statement)
    expect(found).toMatchObject({ intact: false, ...(place !== null && { firstBroken: place }) })
    expect(await verified()).toMatchObject({ intact: true })
  })
})
