import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/platform/database/client.ts'
import { isUnavailable } from '../../src/platform/database/errors.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let owner: Client
/** One more connection of the application's own role: it may end its equals. */
let peer: Client

/** From now on the next writes of an organization fail, so many times, with this state. */
const inject = async (state: string, times: number) => {
  await owner.query(`DROP SEQUENCE IF EXISTS fault_count; CREATE SEQUENCE fault_count`)
  await owner.query(`GRANT USAGE ON SEQUENCE fault_count TO PUBLIC`)
  await owner.query(
    `CREATE OR REPLACE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF nextval('fault_count') <= ${times} THEN RAISE EXCEPTION 'a secret of the database' USING ERRCODE = '${state}'; END IF;
       RETURN NEW;
     END $$`,
  )
}
/** A sequence is not taken back with a transaction: it tells how often the write was tried. */
const tries = async () => {
  const { rows } = await owner.query<{ last_value: string }>(`SELECT last_value FROM fault_count`)
  return Number(rows[0]?.last_value)
}
const write = async (name: string) => {
  const coordinator = await world.as('coordinator')
  return coordinator.post('/organizations', { name: { fr: name, en: null }, type: 'emb', countryCode: null })
}
const kept = async (name: string) => ({
  organizations: await world.db.organization.count({ where: { nameFr: name } }),
  answers: await world.db.idempotentAnswer.count(),
})

beforeAll(async () => {
  owner = new Client({ connectionString: world.ownerUrl })
  peer = new Client({ connectionString: world.databaseUrl })
  await Promise.all([owner.connect(), peer.connect()])
  await inject('40001', 0)
  await owner.query(`CREATE TRIGGER fault BEFORE INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION fault()`)
})
afterAll(() => Promise.all([owner.end(), peer.end()]))

describe('A write that the database refuses for the moment (C11)', () => {
  it.each(['40001', '40P01'])('is begun again and done once, where nothing of it can stand (%s)', async (state) => {
    await inject(state, 2)
    expect(await write(`Reprise ${state}`)).toMatchObject({ status: 201 })
    expect(await tries()).toBe(3)
    expect(await kept(`Reprise ${state}`)).toMatchObject({ organizations: 1 })
  })

  it.each(['40001', '40P01'])('is given up after a few tries, with when to come back (%s)', async (state) => {
    await inject(state, 100)
    const before = await kept('Sans fin')
    const reply = await write('Sans fin')
    expect(reply).toMatchObject({ status: 503, problem: 'busy', headers: { 'retry-after': expect.any(String) } })
    expect(await tries()).toBe(4)
    expect(await kept('Sans fin')).toEqual(before)
  })

  it.each(['55P03', '57014', '57P01', '53300', '08006'])(
    'is not begun again where nobody knows what stands (%s)',
    async (state) => {
      await inject(state, 100)
      const before = await kept(`Refus ${state}`)
      const reply = await write(`Refus ${state}`)
      expect(reply).toMatchObject({ status: 503, problem: 'busy', headers: { 'retry-after': expect.any(String) } })
      expect(JSON.stringify(reply.body)).not.toContain('secret')
      expect(await tries()).toBe(1)
      expect(await kept(`Refus ${state}`)).toEqual(before)
    },
  )
})

describe('Connections to the database', () => {
  it('that PostgreSQL ends cost a 503 at the most, never the server (D03)', async () => {
    await inject('40001', 0)
    const replies = Promise.all(Array.from({ length: 24 }, (_unused, index) => write(`Coupure ${index}`)))
    for (let cut = 0; cut < 6; cut += 1) {
      await peer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()`,
      )
    }
    const statuses = new Set((await replies).map(({ status }) => status))
    expect([...statuses].filter((status) => ![201, 401, 503].includes(status))).toEqual([])
    expect(await write('Après la coupure')).toMatchObject({ status: 201 })
  })

  it('that are all taken are waited for, and then the answer is “busy”', async () => {
    const db = openDatabase(world.databaseUrl, { connections: 1, patienceMs: 1000 })
    const { promise: taken, resolve: take } = Promise.withResolvers<void>()
    const { promise: free, resolve: leave } = Promise.withResolvers<void>()
    const holder = db.$transaction(async (tx) => {
      await tx.user.count()
      take()
      await free
    })
    await taken
    const [write, read] = await Promise.allSettled([db.$transaction((tx) => tx.user.count()), db.user.count()])
    leave()
    await holder
    await db.$disconnect()
    expect([write, read].map((late) => late.status === 'rejected' && isUnavailable(late.reason))).toEqual([true, true])
  })
})
