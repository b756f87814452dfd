import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { role } from '@entente/shared/users/contract'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { granted } from '../support/builders.ts'
import { type Known, statusesOf } from '../support/client.ts'
import { examplesFor } from '../support/examples.ts'
import { resourcesIn } from '../support/resources.ts'
import { addressOf, missingId, specimensIn } from '../support/specimens.ts'
import { type Persona, useWorld } from '../support/world.ts'

const world = useWorld()
const organization = (acronym: string) => ({ acronym, name: { fr: 'Réseau', en: null }, type: 'network' })
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))

describe('An idempotency key', () => {
  it('gives one effect for twenty sendings, fifty keys over, all at once', async () => {
    const coordinator = await world.as('coordinator')
    const before = await world.db.organization.count()
    const keys = times(50, () => randomUUID())
    const told = new Set<string>()
    for (const [index, key] of keys.entries()) {
      const send = () =>
        coordinator.post<Known>('/organizations', organization(`N${index}`), { 'idempotency-key': key })
      const replies = await Promise.all(times(20, send))
      expect(statusesOf(replies)).toEqual(times(20, () => 201))
      expect(replies.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(19)
      replies.forEach(({ body }) => told.add(body.id))
    }
    expect(told.size).toBe(50)
    expect((await world.db.organization.count()) - before).toBe(50)
  }, 120_000)

  it('gives one effect, one row of the trail and one answer at every POST there is', async () => {
    const specimens = await specimensIn(world, 'CENI-R')
    const examples = examplesFor(specimens)
    const { routes } = await takeInventory()
    const rows = () => world.db.$queryRaw`SELECT count(*)::int AS count FROM audit.entries`
    const posts = endpoints.filter(
      ({ method, path, upload, fleeting }) =>
        method === 'POST' && upload !== true && fleeting !== true && path !== '/session' && path !== '/setup',
    )
    const effective: string[] = []
    for (const endpoint of posts) {
      const open = routes.find((route) => route.endpoint === endpoint)?.roles ?? []
      const url = addressOf(endpoint, specimens.ids, missingId)
      for (const name of role.options.filter((option) => option !== 'partner' && open.includes(option))) {
        const by = await world.as(name as Persona)
        await by.get('/session')
        const [before] = (await rows()) as [{ count: number }]
        const key = { 'idempotency-key': randomUUID() }
        const replies = await Promise.all(times(6, () => by.post(url, examples[nameOf(endpoint)] ?? {}, key)))
        const [after] = (await rows()) as [{ count: number }]
        const done = (replies[0]?.status ?? 500) < 300
        if (done) effective.push(nameOf(endpoint))
        expect({
          at: nameOf(endpoint),
          name,
          rows: after.count - before.count,
          answers: new Set(replies.map(({ status, body }) => JSON.stringify([status, done && 'id' in body && body.id])))
            .size,
        }).toEqual({ at: nameOf(endpoint), name, rows: done ? 1 : 0, answers: 1 })
      }
    }
    expect(new Set(effective).size).toBeGreaterThan(posts.length / 2)
  }, 120_000)

  it('holds one answer: another body under it is refused (422)', async () => {
    const coordinator = await world.as('coordinator')
    const headers = { 'idempotency-key': 'same' }
    const first = await coordinator.post('/organizations', organization('UN'), headers)
    expect(first.headers['idempotent-replayed']).toBeUndefined()
    expect(await coordinator.post('/organizations', organization('DEUX'), headers)).toMatchObject({
      status: 422,
      problem: 'idempotency-key-reused',
    })
    const again = await coordinator.post('/organizations', organization('UN'), headers)
    expect(again.body).toEqual(first.body)
  })

  it('belongs to one person: another’s same key does its own work', async () => {
    const headers = { 'idempotency-key': 'shared words' }
    const spaced = await (await world.as('coordinator')).post('/organizations', organization('A'), headers)
    expect(spaced).toMatchObject({ status: 400 })
    const same = { 'idempotency-key': 'shared-word' }
    const mine = await granted((await world.as('coordinator')).post('/organizations', organization('B'), same))
    const theirs = await granted((await world.as('executive')).post('/organizations', organization('B'), same))
    expect(theirs.id).not.toBe(mine.id)
  })

  it('is free again when the first sending was refused', async () => {
    const coordinator = await world.as('coordinator')
    const { id: programId } = await world.aVerifiedProgram('received')
    const headers = { 'idempotency-key': 'refused-first' }
    const send = () => coordinator.post(`/programs/${programId}/transitions`, { to: 'analysis' }, headers)
    expect(await send()).toMatchObject({ status: 409, problem: 'no-such-transition' })
    await granted(coordinator.post(`/programs/${programId}/transitions`, { to: 'admissibility' }))
    expect(await send()).toMatchObject({ status: 200 })
  })

  it('repeats no secret: the address of a link is told once', async () => {
    const coordinator = await world.as('coordinator')
    const { id: programId } = await world.aVerifiedProgram('analysis')
    const headers = { 'idempotency-key': 'one-link' }
    const body = { kind: 'link', sections: ['overview'], expiresOn: '2027-06-30', password: 'motdepasse' }
    const send = () => coordinator.post<{ url: string | null }>(`/programs/${programId}/shares`, body, headers)
    const first = await send()
    expect(first.body.url).toMatch(/\/shared\/[\w-]{43}$/)
    expect((await send()).body).toEqual({ ...first.body, url: null })
    const token = first.body.url?.split('/').at(-1) ?? 'none'
    const kept = JSON.stringify([
      await world.db.idempotentAnswer.findMany(),
      await world.db.$queryRaw`SELECT before::text, after::text FROM audit.entries`,
    ])
    expect(kept).not.toContain(token)
    expect(kept).not.toContain('motdepasse')
  })
})

describe('A version', () => {
  it('is changed by one of twenty editors; the others see it as it is now (412)', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await granted(coordinator.post('/organizations', organization('CENI')))
    const edit = (index: number) =>
      coordinator.patch<{ current: { acronym: string; version: number } }>(
        `/organizations/${id}`,
        { acronym: `E${index}` },
        1,
      )
    const replies = await Promise.all(times(20, edit))
    expect(statusesOf(replies)).toEqual([200, ...times(19, () => 412)])
    const { body: now } = await coordinator.get<{ acronym: string; version: number }>(`/organizations/${id}`)
    const lost = replies.filter(({ status }) => status === 412)
    lost.forEach(({ body }) => expect(body.current).toMatchObject({ acronym: now.acronym, version: 2 }))
    expect(now.version).toBe(2)
  })

  it('guards a move too, when the mover says which one it saw', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await world.aVerifiedProgram('received')
    const move = () => coordinator.post(`/programs/${id}/transitions`, { to: 'admissibility' }, { 'if-match': '"1"' })
    const replies = await Promise.all(times(8, move))
    expect(statusesOf(replies)).toEqual([200, ...times(7, () => 412)])
  })

  it('is told in the ETag, and matches nothing when it is malformed', async () => {
    const coordinator = await world.as('coordinator')
    const { id } = await granted(coordinator.post('/organizations', organization('ET')))
    expect((await coordinator.get(`/organizations/${id}`)).headers.etag).toBe('"1"')
    for (const header of ['1', '*', '"x"', '"1", "2"', '""', '"-1"', '"99999999999"']) {
      const reply = await coordinator.send({
        method: 'PATCH',
        url: `/organizations/${id}`,
        payload: { acronym: 'Z' },
        headers: { 'if-match': header },
      })
      expect({ header, status: reply.status }).toEqual({ header, status: 412 })
    }
  })

  it('lets one of two executives decide an allocation', async () => {
    const { envelope, line, submitted, decide } = resourcesIn(world)
    const asked = await submitted([line(await envelope('100.00', { profile: 'deux' }), '10.00')])
    const both = [await world.as('executive'), await world.as('executive2')]
    const replies = await Promise.all(both.map((person) => decide(person, asked)))
    expect(statusesOf(replies)).toEqual([200, 409])
  })
})
