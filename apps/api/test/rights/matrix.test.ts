import type { Endpoint } from '@entente/shared/kernel/endpoint'
import { type Role, role } from '@entente/shared/users/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '@entente/shared/contracts'
import { nameOf, type Route, takeInventory } from '../support/inventory.ts'
import type { TestClient } from '../support/client.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const inventory = await takeInventory()
const rolesOf = new Map(inventory.routes.map((route) => [`${route.method} ${route.url}`, route.roles]))
const closed = endpoints.filter((endpoint) => endpoint.public !== true)
const isOpenTo = (endpoint: Endpoint, to: Role) => rolesOf.get(nameOf(endpoint))?.includes(to) === true
const openRole = (endpoint: Endpoint) => role.options.find((name) => isOpenTo(endpoint, name)) ?? 'admin'
const writes = (endpoint: Endpoint) => endpoint.method !== 'GET'
const titled = (list: Endpoint[]) => list.map((endpoint) => [nameOf(endpoint), endpoint] as const)

/** Served without a contract: two files, one stream, the document itself, and the probes. */
const raw = [
  'GET /health',
  'GET /ready',
  'GET /api/v1/health',
  'GET /api/v1/ready',
  'GET /api/v1/documents/:id/content',
  'GET /api/v1/shared/:token/documents/:id',
  'GET /api/v1/events',
  'GET /api/v1/openapi.json',
]

let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-M')
}, 60_000)

const playing = async (name: Role): Promise<TestClient> => (name === 'partner' ? specimens.partner : world.as(name))

type Sent = { url?: string; body?: object | undefined; headers?: Record<string, string> }
const call = (by: TestClient, endpoint: Endpoint, { url, body, headers = {} }: Sent = {}) =>
  by.send<unknown>({
    method: endpoint.method as 'GET',
    url: url ?? addressOf(endpoint, specimens.ids, missingId),
    ...(body !== undefined && { payload: body }),
    headers,
  })
/** What a good client sends besides the body. */
const polite = { 'if-match': '"1"', 'idempotency-key': 'matrix' }

describe('The inventory', () => {
  it('has a route for every contract, and a contract for all but the named routes', () => {
    const routes = inventory.routes.map((route) => `${route.method} ${route.url}`)
    expect(routes.toSorted()).toEqual([...endpoints.map(nameOf), ...raw].toSorted())
    const bare = ({ endpoint }: Route) => endpoint === null
    expect(
      inventory.routes
        .filter(bare)
        .map((route) => `${route.method} ${route.url}`)
        .toSorted(),
    ).toEqual(raw.toSorted())
  })

  it('is open to strangers in four places only', () => {
    expect(endpoints.filter((endpoint) => endpoint.public === true).map(nameOf)).toEqual([
      'GET /server',
      'POST /session',
      'POST /setup',
      'GET /shared/:token',
    ])
  })

  it('is described in full by the OpenAPI document', () => {
    const described = Object.entries(inventory.openapi.paths ?? {}).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    )
    const promised = endpoints.map((endpoint) => nameOf(endpoint).replaceAll(/:(\w+)/g, '{$1}'))
    expect(described.toSorted()).toEqual(promised.toSorted())
  })
})

describe('Someone who is not signed in', () => {
  it.each(titled(closed))('is refused by %s, whatever the record and the body', async (_, endpoint) => {
    const body = writes(endpoint) && endpoint.upload !== true ? { stray: true } : undefined
    for (const url of [undefined, addressOf(endpoint, {}, missingId)]) {
      expect(await call(world.stranger(), endpoint, { body, ...(url && { url }) })).toMatchObject({
        status: 401,
        problem: 'not-signed-in',
      })
    }
  })

  it('is refused by the file and the stream, which have no contract', async () => {
    for (const url of [`/documents/${specimens.ids.documents}/content`, '/events']) {
      expect(await world.stranger().get(url)).toMatchObject({ status: 401, problem: 'not-signed-in' })
    }
  })
})

describe('Who audits', () => {
  it('writes nothing at all: only a session is theirs to end', () => {
    const open = closed.filter((endpoint) => writes(endpoint) && isOpenTo(endpoint, 'auditor'))
    expect(open.map(nameOf)).toEqual(['DELETE /session', 'DELETE /sessions'])
  })

  it('files nothing either, nor does who administers', async () => {
    const stored = await world.storedFiles()
    for (const name of ['auditor', 'admin'] as const) {
      expect(await (await world.as(name)).upload()).toMatchObject({ status: 403, problem: 'closed-to-role' })
    }
    expect(await world.storedFiles()).toEqual(stored)
  })
})

describe('Someone of another role', () => {
  const cells = closed.flatMap((endpoint) =>
    role.options.filter((name) => !isOpenTo(endpoint, name)).map((name) => [name, nameOf(endpoint), endpoint] as const),
  )
  it.each(cells)('%s is refused by %s before the record is looked for', async (name, _, endpoint) => {
    const by = await playing(name)
    const body = writes(endpoint) && endpoint.upload !== true ? { stray: true } : undefined
    for (const url of [addressOf(endpoint, specimens.ids, missingId), addressOf(endpoint, {}, missingId)]) {
      expect(await call(by, endpoint, { url, body })).toMatchObject({ status: 403, problem: 'closed-to-role' })
    }
  })
})

describe('Someone of an open role', () => {
  const byRecord = closed.filter((endpoint) => endpoint.path.includes(':id'))
  const cells = byRecord.flatMap((endpoint) =>
    role.options.filter((name) => isOpenTo(endpoint, name)).map((name) => [name, nameOf(endpoint), endpoint] as const),
  )
  it.each(cells)('%s finds nothing behind a missing or malformed id at %s', async (name, _, endpoint) => {
    const by = await playing(name)
    const body = writes(endpoint) ? { stray: true } : undefined
    for (const id of [missingId, 'x', "1' OR '1'='1"]) {
      const url = addressOf(endpoint, {}, encodeURIComponent(id))
      const reply = await call(by, endpoint, { url, body })
      expect(reply).toMatchObject({ status: 404, problem: 'not-found' })
      expect(reply.body).toEqual({
        type: '/problems/not-found',
        title: 'Introuvable',
        status: 404,
        instance: `/api/v1${url}`,
      })
    }
  })

  const edits = closed.filter(({ method, params }) => ['PATCH', 'PUT', 'DELETE'].includes(method) && params)
  it.each(titled(edits))('must say which version it changes at %s', async (_, endpoint) => {
    const by = await playing(openRole(endpoint))
    const body = endpoint.body === undefined ? undefined : { stray: true }
    expect(await call(by, endpoint, { body })).toMatchObject({ status: 428, problem: 'precondition-required' })
  })

  it.each(titled(closed.filter((endpoint) => endpoint.idempotencyKey === 'required')))(
    'must send an idempotency key at %s',
    async (_, endpoint) => {
      const by = await playing(openRole(endpoint))
      expect(await call(by, endpoint, { body: { stray: true } })).toMatchObject({
        status: 400,
        problem: 'idempotency-key-required',
      })
    },
  )

  const withBody = endpoints.filter((endpoint) => endpoint.body !== undefined && endpoint.upload !== true)
  it.each(titled(withBody))('is told of a field that does not exist at %s', async (_, endpoint) => {
    const by = endpoint.public === true ? world.stranger() : await playing(openRole(endpoint))
    const reply = await call(by, endpoint, { body: { stray: true }, headers: polite })
    expect(reply).toMatchObject({ status: 400, problem: 'invalid' })
    expect(reply.pointers).toContain('/stray')
  })

  const readable = closed.filter((endpoint) => endpoint.method === 'GET')
  it.each(titled(readable))('is told of a query parameter that does not exist at %s', async (_, endpoint) => {
    const by = await playing(openRole(endpoint))
    const url = `${addressOf(endpoint, specimens.ids)}?stray=1`
    expect(await call(by, endpoint, { url })).toMatchObject({ status: 400 })
  })
})
