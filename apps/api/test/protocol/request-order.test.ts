import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../support/client.ts'
import { type Specimens, specimensIn } from '../support/specimens.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
let specimens: Specimens
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
}, 60_000)

const foreign = { origin: 'https://elsewhere.example' }
const host = { host: 'localhost:3000' }

describe('The order of the checks', () => {
  /** One request with every fault, from which one fault after the other is mended. */
  const faulty = {
    'origin': 'https://elsewhere.example',
    'content-type': 'text/plain',
    'if-match': undefined,
    'accept-language': 'en',
  }
  const edit = (by: TestClient, id: string | undefined, headers: Record<string, string | undefined>, body: string) =>
    by.send<{ current?: unknown }>({
      method: 'PATCH',
      url: `/organizations/${id}`,
      payload: body,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
    })

  it('is origin, content type, sign-in, role, record, version, body, staleness', async () => {
    const [coordinator, analyst, stranger] = [
      await world.as('coordinator'),
      await world.as('analyst'),
      world.stranger(),
    ]
    const missing = '019aabbb-0000-7000-8000-000000000000'
    const { organizations: id } = specimens.ids
    const json = { ...faulty, 'origin': undefined, 'content-type': 'application/json' }
    const versioned = { ...json, 'if-match': '"99"' }
    const answers = [
      await edit(stranger, missing, faulty, '{'),
      await edit(stranger, missing, { ...faulty, origin: undefined }, '{'),
      await edit(stranger, missing, json, '{'),
      await edit(analyst, missing, json, '{'),
      await edit(coordinator, missing, json, '{'),
      await edit(coordinator, id, json, '{'),
      await edit(coordinator, id, versioned, '{'),
      await edit(coordinator, id, versioned, '{"stray":1}'),
      await edit(coordinator, id, versioned, '{"acronym":"X"}'),
      await edit(coordinator, id, { ...json, 'if-match': '"1"' }, '{"acronym":"X"}'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 415, 401, 403, 404, 428, 400, 400, 412, 200])
    expect(answers[0]?.problem).toBe('foreign-origin')
    expect(answers[8]?.body).toMatchObject({ current: { id, version: 1 } })
  })
})

describe('A state change', () => {
  const post = async (headers: Record<string, string>) =>
    (await world.as('coordinator')).post('/organizations', { name: { fr: 'X', en: null }, type: 'ngo' }, headers)

  it.each([
    ['another site', foreign],
    ['another port', { ...host, origin: 'http://localhost:3001' }],
    ['no origin at all', { origin: 'null' }],
    ['nonsense', { origin: 'x' }],
    ['a look-alike host', { ...host, origin: 'http://localhost:3000.elsewhere.example' }],
    ['a page of another site, says the browser', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring site, says the browser', { 'sec-fetch-site': 'same-site' }],
  ])('is refused when it comes from %s', async (_, headers) => {
    expect(await post(headers)).toMatchObject({ status: 403, problem: 'foreign-origin' })
  })

  it('is done when it comes from our own page, or from a program', async () => {
    for (const headers of [{ ...host, 'origin': 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }, {}]) {
      expect((await post(headers)).status).toBe(201)
    }
  })

  it('is refused from elsewhere even when it signs out or has no body', async () => {
    const partner = specimens.partner
    const url = '/session'
    expect(await partner.send({ method: 'DELETE', url, headers: foreign })).toMatchObject({ status: 403 })
    expect(await partner.get('/session')).toMatchObject({ status: 200 })
  })
})
