import type { Role } from '@entente/shared/users/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../support/builders.ts'
import { resourcesIn } from '../support/resources.ts'
import { type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide } = resourcesIn(world)
let specimens: Specimens
let app: Client
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
  app = new Client({ connectionString: world.databaseUrl })
  await app.connect()
}, 60_000)
afterAll(() => app.end())

const idOf = async (name: 'coordinator' | 'analyst' | 'analyst2' | 'manager' | 'executive') => (await world.as(name)).id
let round = 0
const asked = async () => {
  round += 1
  return submitted([line(await envelope('50.00', { profile: `devoir ${round}` }), '5.00')])
}
const sql = (text: string, ...values: unknown[]) => app.query(text, values)
const refused = { code: '23514' }

describe('Approving resources with SQL, as the application may', () => {
  it('takes the signature that was asked for', async () => {
    const { id } = await asked()
    const approval = () => sql(`UPDATE allocations SET state = 'approved' WHERE id = $1`, id)
    await expect(approval()).rejects.toMatchObject(refused)
    await sql(`DELETE FROM approval_steps WHERE allocation_id = $1`, id)
    await expect(approval()).rejects.toMatchObject(refused)
    const copy = `INSERT INTO allocations SELECT (jsonb_populate_record(a, '{"id":"019aabbb-0000-7000-8000-000000000001","state":"approved"}')).* FROM allocations a WHERE id = $1`
    await expect(sql(copy, id)).rejects.toMatchObject(refused)
  })

  it('is not opened by a signature that refused, returned, or is awaited still', async () => {
    const executive = await idOf('executive')
    for (const state of ['refused', 'returned']) {
      const { id } = await asked()
      const signing = `UPDATE approval_steps SET state = $2, decided_by_id = $3, decided_at = now() WHERE allocation_id = $1`
      await sql(signing, id, state, executive)
      await expect(sql(`UPDATE allocations SET state = 'approved' WHERE id = $1`, id)).rejects.toMatchObject(refused)
      const turned = `UPDATE approval_steps SET state = 'approved' WHERE allocation_id = $1`
      await expect(sql(turned, id)).rejects.toMatchObject(refused)
      await expect(sql(`DELETE FROM approval_steps WHERE allocation_id = $1`, id)).rejects.toMatchObject(refused)
    }
    const { id } = await asked()
    const second = `INSERT INTO approval_steps (id, allocation_id, position, rule, role, state, decided_by_id, decided_at)
      VALUES (gen_random_uuid(), $1, 9, 'withinLimit', 'executive', 'approved', $2, now())`
    await sql(second, id, executive)
    await expect(sql(`UPDATE allocations SET state = 'approved' WHERE id = $1`, id)).rejects.toMatchObject(refused)
  })

  it('is not done by signing first and writing after, nor for another’s signature', async () => {
    const { id } = await asked()
    const manager = await idOf('manager')
    const sign = `UPDATE approval_steps SET state = 'approved', decided_by_id = $2, decided_at = now() WHERE allocation_id = $1`
    await sql(sign, id, manager)
    const both = `UPDATE allocations SET editor_ids = editor_ids || $2::uuid, state = 'approved' WHERE id = $1`
    await expect(sql(both, id, manager)).rejects.toMatchObject(refused)
    await expect(sql(sign, id, await idOf('coordinator'))).rejects.toMatchObject(refused)
  })
})

describe('Approving an analysis with SQL, as the application may', () => {
  it('needs a reviewer, who is none of its writers', async () => {
    const { analyses: id } = specimens.ids
    const approval = `UPDATE analyses SET state = $3, reviewer_id = $2, reviewed_at = now() WHERE id = $1`
    for (const state of ['approved', 'superseded']) {
      await expect(sql(approval, id, null, state)).rejects.toMatchObject(refused)
      await expect(sql(approval, id, await idOf('analyst'), state)).rejects.toMatchObject(refused)
    }
  })

  it('is final: another reviewer or other words are refused', async () => {
    const { id: programId } = await world.aVerifiedProgram('analysis')
    const { id } = await world.anApprovedAnalysis(programId)
    const other = await idOf('executive')
    await expect(sql(`UPDATE analyses SET reviewer_id = $2 WHERE id = $1`, id, other)).rejects.toMatchObject(refused)
    await expect(sql(`UPDATE analyses SET content = '{}' WHERE id = $1`, id)).rejects.toMatchObject(refused)
  })
})

describe('Who took part in a record', () => {
  const records = [
    ['requests', 'registered_by_id', 'corrected_by_ids'],
    ['analyses', 'author_id', 'writer_ids'],
    ['waivers', 'proposed_by_id', null],
    ['allocations', 'requested_by_id', 'editor_ids'],
  ] as const
  it.each(records)('stays on record in %s', async (table, one, list) => {
    const id = specimens.ids[table]
    const other = await idOf('executive')
    await expect(sql(`UPDATE ${table} SET ${one} = $2 WHERE id = $1`, id, other)).rejects.toMatchObject(refused)
    if (list === null) return
    await sql(`UPDATE ${table} SET ${list} = ${list} || $2::uuid WHERE id = $1`, id, await idOf('coordinator'))
    await expect(sql(`UPDATE ${table} SET ${list} = '{}' WHERE id = $1`, id)).rejects.toMatchObject(refused)
  })

  it('verifies no request and decides no waiver, not even without a name', async () => {
    const { requests, waivers } = specimens.ids
    const unnamed = `UPDATE requests SET verified_by_id = NULL WHERE id = $1`
    await expect(sql(unnamed, requests)).rejects.toMatchObject(refused)
    const own = `UPDATE requests SET verified_by_id = registered_by_id WHERE id = $1`
    await expect(sql(own, requests)).rejects.toMatchObject(refused)
    for (const by of ['NULL', 'proposed_by_id']) {
      const grant = `UPDATE waivers SET state = 'granted', decided_by_id = ${by} WHERE id = $1`
      await expect(sql(grant, waivers)).rejects.toMatchObject(refused)
    }
  })
})

describe('A role that changes under way', () => {
  const give = (id: string, roles: Role[]) => world.db.user.update({ where: { id }, data: { roles } })

  it('makes nobody the approver of what they asked for before', async () => {
    const mine = await asked()
    const coordinator = await world.as('coordinator')
    await give(coordinator.id, ['executive'])
    expect(await decide(coordinator, mine)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    await give(coordinator.id, ['coordinator'])
    expect((await decide(await world.as('executive'), mine)).status).toBe(200)
  })

  it('takes the right to decide away at once, also in a session opened before', async () => {
    const theirs = await asked()
    const executive = await world.as('executive2')
    await granted(executive.get('/approvals'))
    await give(executive.id, ['analyst'])
    expect(await decide(executive, theirs)).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect((await executive.get(`/allocations/${theirs.id}`)).body).toMatchObject({ state: 'submitted' })
  })
})
