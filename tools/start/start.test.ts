import { createServer } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Drill, type DrilledServer } from './test-server.ts'

const admin = { email: 'ada@example.org', name: 'Ada', password: 'une phrase de passe assez longue' }

const post = (server: DrilledServer, path: string, body: object) =>
  fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })

const signIn = (server: DrilledServer) => post(server, '/session', { email: admin.email, password: admin.password })

/** What a browser sends back of the session it was given. */
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

let drill: Drill
beforeEach(() => {
  drill = new Drill()
})
afterEach(() => drill.clear())

// One data folder goes from test to test: to make its database takes longer than to start on it.
const house = new Drill()
afterAll(() => house.clear())

describe('A start', () => {
  it('prints a set-up link once, stops without a trace, and starts with all its data', async () => {
    const first = await house.start()
    expect(first.output()).toContain(`${first.url}/setup#${house.setupToken()}`)
    expect((await post(first, '/setup', { ...admin, token: house.setupToken() })).status).toBe(201)
    expect(house.postmaster()).not.toBeNull()
    expect(await first.end('SIGTERM')).toBe(0)
    expect(house.postmaster()).toBeNull()

    const second = await house.start()
    expect(second.output()).not.toContain('/setup#')
    expect((await signIn(second)).status).toBe(200)
    await second.end('SIGTERM')
  })

  it('can be asked to stop before it is ready', async () => {
    const early = drill.launch({})
    await early.says('Migrating the database')
    expect(await early.end('SIGTERM')).toBe(0)
    expect(drill.postmaster()).toBeNull()
  })

  it('recovers what killed servers left: a running PostgreSQL, its remains, its data', async () => {
    const first = await house.start()
    const cookie = cookieOf(await signIn(first))
    await first.end('SIGKILL')
    const orphan = house.postmaster()
    expect(orphan).not.toBeNull()

    const second = await house.start()
    const postmaster = house.postmaster()
    expect(postmaster).not.toBe(orphan)
    await second.end('SIGKILL')
    if (postmaster !== null) process.kill(postmaster, 'SIGKILL')

    const third = await house.start()
    expect((await fetch(`${third.url}/api/v1/session`, { headers: { cookie } })).status).toBe(200)
    expect((await fetch(`${third.url}/api/v1/session`)).status).not.toBe(200)
    await third.end('SIGTERM')
  })
})

describe('A start that cannot go on says why in one sentence', () => {
  it('when its port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const { code, said } = await drill.refusal({ PORT: port })
    other.close()
    expect({ code, said }).toEqual({
      code: 1,
      said: `PORT ${port} is in use on 127.0.0.1: stop what uses it, or set another PORT.`,
    })
  })

  it('when another server uses its data', async () => {
    const server = await house.start()
    const { code, said } = await house.refusal({ PORT: '0' })
    await server.end('SIGTERM')
    expect(code).toBe(1)
    expect(said).toMatch(/^DATA_DIR .* is in use by another Entente server: .*\.$/)
  })

  it.each([
    [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' }, 'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1.'],
    [{ DEMO: 'maybe' }, 'DEMO must be auto, yes, public or never, not "maybe".'],
    [{ DATA_DIR: '/dev/null/data' }, 'DATA_DIR /dev/null/data is below something that is not a folder.'],
  ])('when a setting is wrong: %o', async (settings, sentence) => {
    expect(await drill.refusal({ PORT: '0', ...settings })).toEqual({ code: 1, said: sentence })
  })
})
