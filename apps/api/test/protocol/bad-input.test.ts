import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { role } from '@entente/shared/users/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, takeInventory } from '../support/inventory.ts'
import { examplesFor } from '../support/examples.ts'
import { hostile, isDay, kindOf, noDays, swapsFor, unencodable } from '../support/bad-values.ts'
import { missingId, addressOf, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
const withBody = endpoints.filter((endpoint) => endpoint.body !== undefined && endpoint.upload !== true)
const closedWrites = withBody.filter((endpoint) => endpoint.public !== true)
const titled = (list: Endpoint[]) => list.map((endpoint) => [nameOf(endpoint), endpoint] as const)

let specimens: Specimens
let examples: Record<string, object>
let head: number
const trail = async () => {
  const [found] = await world.db.$queryRaw<{ entries: bigint }[]>`SELECT entries FROM audit.head`
  return Number(found?.entries)
}
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
  examples = examplesFor(specimens)
  for (const name of role.options) if (name !== 'partner') await (await world.as(name)).get('/session')
  head = await trail()
}, 60_000)

const writer = async (endpoint: Endpoint) => {
  const open = routes.find((route) => route.endpoint === endpoint)?.roles ?? []
  const name = role.options.find((option) => open.includes(option))
  return endpoint.public === true || name === undefined
    ? world.stranger()
    : name === 'partner'
      ? specimens.partner
      : world.as(name)
}
/** Sends bytes as they are, as JSON unless told otherwise. */
const send = async (endpoint: Endpoint, payload: string | Buffer, headers: Record<string, string> = {}) =>
  (await writer(endpoint)).send<unknown>({
    method: endpoint.method as 'POST',
    url: addressOf(endpoint, specimens.ids, missingId),
    payload,
    headers: { 'content-type': 'application/json', 'if-match': '"1"', 'idempotency-key': 'bad-input', ...headers },
  })
const bodyOf = (endpoint: Endpoint) => examples[nameOf(endpoint)] ?? {}

type Place = (string | number)[]
/** Every scalar, list and object of a body, with its place. */
const placesOf = (value: unknown, place: Place = []): { place: Place; value: unknown }[] => {
  const self = place.length === 0 ? [] : [{ place, value }]
  if (typeof value !== 'object' || value === null) return self
  return [
    ...self,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesOf(inner, [...place, Array.isArray(value) ? Number(key) : key]),
    ),
  ]
}
const replaced = (value: unknown, [key, ...rest]: Place, by: unknown): unknown => {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? replaced(item, rest, by) : item))
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) }
}

describe('A body of the wrong shape', () => {
  it('is measured against a well-formed one for every endpoint', () => {
    expect(Object.keys(examples).toSorted()).toEqual(withBody.map(nameOf).toSorted())
  })

  it.each(titled(withBody))('is refused at its very field, type by type: %s', async (_, endpoint) => {
    const example = bodyOf(endpoint)
    for (const { place, value } of placesOf(example)) {
      const values = swapsFor(value)
      // A password is never shown nor stored as it is: any character that can be encoded may stand in it.
      const texts = typeof value !== 'string' ? [] : place.includes('password') ? [unencodable] : hostile
      const one = async (wrong: unknown) => {
        const reply = await send(endpoint, JSON.stringify(replaced(example, place, wrong)))
        expect({ place, wrong, status: reply.status }).toEqual({ place, wrong, status: 400 })
        expect(reply.pointers.some((pointer) => pointer.startsWith(`/${place.join('/')}`))).toBe(true)
      }
      await Promise.all([...values, ...texts, ...(isDay(value) ? noDays : [])].map(one))
    }
  })

  const assigned = [
    'id',
    'roles',
    'state',
    'status',
    'approvedById',
    'ceiling',
    'committed',
    'version',
    'requestedById',
  ]
  const more = ['organization', 'createdAt', 'stage', 'passwordHash', 'writerIds', 'program', 'uploadedById', 'number']
  it.each(titled(withBody))('assigns nothing the contract does not name: %s', async (_, endpoint) => {
    const example = bodyOf(endpoint)
    const strange = [...assigned, ...more].filter((name) => !(name in example))
    const added = Object.fromEntries(strange.map((name) => [name, 1]))
    const reply = await send(endpoint, JSON.stringify({ ...example, ...added }))
    expect(reply.status).toBe(400)
    expect(reply.pointers).toEqual(expect.arrayContaining(strange.map((name) => `/${name}`)))
    // Nor in what the body holds: an amount, an authority, a line.
    for (const { place, value } of placesOf(example).filter((inner) => kindOf(inner.value) === 'object')) {
      const reply = await send(
        endpoint,
        JSON.stringify(replaced(example, place, { ...(value as object), approved: 1 })),
      )
      expect({ place, status: reply.status }).toEqual({ place, status: 400 })
      expect(reply.pointers).toContain(`/${[...place, 'approved'].join('/')}`)
    }
  })

  it.each(titled(withBody))('is refused when it is no JSON object, or hides a prototype: %s', async (_, endpoint) => {
    const broken = [
      '',
      '{',
      '{"a":1,}',
      'null',
      '[]',
      '"x"',
      '1',
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":{}}}',
      '\ufeff{}x',
    ]
    const replies = await Promise.all(broken.map((text) => send(endpoint, text)))
    expect(replies.map(({ status }, at) => [broken[at], status])).toEqual(broken.map((text) => [text, 400]))
  })

  it('is refused above the limit before it is read (413)', async () => {
    const payload = JSON.stringify({ x: 'a'.repeat(1024 * 1024) })
    for (const endpoint of withBody)
      expect(await send(endpoint, payload)).toMatchObject({ status: 413, problem: 'too-large' })
  })
})

describe('A body of another media type', () => {
  const foreign = [
    'text/plain',
    'text/json',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/octet-stream',
    'application/jsonp',
    'application/json5',
    'application/vnd.api+json',
    'application/merge-patch+json',
    'application/json, text/plain',
    'application/json/x',
    'application/ json',
    'application/json\u00a0',
    '*/*',
    'json',
    ';application/json',
  ]
  it.each(titled(withBody))('never reaches the handler, good or bad: %s', async (_, endpoint) => {
    const one = async (type: string, body: string) => {
      const reply = await send(endpoint, body, { 'content-type': type })
      expect({ type, body, status: reply.status }).toEqual({ type, body, status: 415 })
    }
    const good = JSON.stringify(bodyOf(endpoint))
    await Promise.all(foreign.flatMap((type) => [one(type, good), one(type, '{')]))
  })

  it.each(titled(withBody))('is validated however its JSON is announced: %s', async (_, endpoint) => {
    const own = [
      'Application/JSON',
      'application/json ; x=1',
      'application/json\t; charset=utf-8',
      ' application/json',
      'application/json;charset=utf-16',
    ]
    const one = async (type: string) => {
      const { status } = await send(endpoint, '{"stray":1}', { 'content-type': type })
      expect({ type, refused: status === 400 || status === 415 }).toEqual({ type, refused: true })
    }
    await Promise.all(own.map(one))
  })

  it('is refused for an upload that is JSON', async () => {
    const coordinator = await world.as('coordinator')
    expect(await coordinator.post('/documents', { kind: 'other' })).toMatchObject({ status: 415 })
  })
})

describe('A list', () => {
  const lists = endpoints.filter((endpoint) => endpoint.query !== undefined && 'cursor' in endpoint.query.shape)
  it.each(titled(lists))('refuses cursors and limits that are none of its own: %s', async (_, endpoint) => {
    const by = await writer(endpoint)
    const wrong = [
      'cursor=',
      'cursor=%00',
      'cursor=eA',
      `cursor=${Buffer.from("1' OR 1=1").toString('base64url')}`,
      `cursor=${'9'.repeat(201)}`,
    ]
    const limits = [
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=1e2',
      'limit=',
      'limit=1&limit=2',
      'limit[gt]=1',
      'stray=1',
    ]
    for (const query of [...wrong, ...limits]) {
      const { status } = await by.get(`${endpoint.path}?${query}`)
      expect({ query, status }).toEqual({ query, status: 400 })
    }
    for (const far of ['9'.repeat(15), String(2n ** 63n), '99999999999999999999', '1e400', 'NaN', '-1']) {
      const { status } = await by.get(`${endpoint.path}?cursor=${Buffer.from(far).toString('base64url')}`)
      expect({ far, failed: status >= 500 }).toEqual({ far, failed: false })
    }
  })
})

describe('After all of this', () => {
  it('nothing was written', async () => {
    expect(await trail()).toBe(head)
  })

  it.each(titled(closedWrites))('the well-formed body was one: %s', async (_, endpoint) => {
    const { status } = await send(endpoint, JSON.stringify(bodyOf(endpoint)), {
      'idempotency-key': nameOf(endpoint).replace(' ', ''),
    })
    expect(status).not.toBe(415)
    expect(status).toBeLessThan(500)
  })
})
