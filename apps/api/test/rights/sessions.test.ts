import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse as Response } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { openAccount } from '../../src/modules/users/accounts-service.ts'
import { settableClock } from '../../src/platform/database/clock.ts'
import { openDatabase } from '../../src/platform/database/client.ts'
import { freshDatabase } from '../support/database.ts'
import { start } from '../support/world.ts'

const password = 'un mot de passe d’essai'
const { clock, set } = settableClock(start)
const setting = async () => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'entente-test-'))
  const common = { databaseUrl: database.appUrl, dataDir, demo: false, webRoot: null, clock, logLevel: 'error' }
  const [plain, secure] = [
    await buildApp({ ...common, publicUrl: null }),
    await buildApp({ ...common, publicUrl: 'https://entente.example' }),
  ]
  const db = openDatabase(database.appUrl)
  return { database, plain, secure, db }
}
let here: Awaited<ReturnType<typeof setting>>
beforeAll(async () => {
  here = await setting()
})
afterAll(async () => {
  await here.plain.close()
  await here.secure.close()
  await here.db.$disconnect()
  await here.database.drop()
})

let accounts = 0
const anAccount = async () => {
  accounts += 1
  const email = `personne${accounts}@test.example`
  const id = await openAccount(
    { db: here.db, clock },
    { email, name: 'Personne', password, roles: ['coordinator'], locale: 'fr' },
  )
  return { id, email }
}
type Attempt = { email: string; password?: string; cookie?: string; address?: string }
const signIn = ({ email, cookie = '', address = '127.0.0.1', ...rest }: Attempt, app = here.plain) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password: rest.password ?? password },
    headers: { cookie },
    remoteAddress: address,
  })
const cookieOf = (answer: Response) => `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`
const enter = async (email: string, cookie = '') => cookieOf(await signIn({ email, cookie }))
const visit = async (cookie: string, method: 'GET' | 'DELETE' = 'GET', url = '/api/v1/session') =>
  (await here.plain.inject({ method, url, headers: { cookie } })).statusCode

describe('The session cookie', () => {
  it('is out of reach of scripts and other sites, and behind TLS bound to the host', async () => {
    const { email } = await anAccount()
    const [plain] = (await signIn({ email })).cookies
    expect(plain).toMatchObject({ name: 'entente', httpOnly: true, sameSite: 'Lax', path: '/' })
    const [secure] = (await signIn({ email }, here.secure)).cookies
    expect(secure).toMatchObject({ name: '__Host-entente', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect(secure).not.toHaveProperty('domain')
  })

  it('holds 256 random bits, of which the database knows only a hash', async () => {
    const { email } = await anAccount()
    const tokens = new Set([await enter(email), await enter(email), await enter(email)])
    expect(tokens.size).toBe(3)
    for (const cookie of tokens) {
      const token = cookie.split('=')[1] ?? ''
      expect(Buffer.from(token, 'base64url')).toHaveLength(32)
      const rows = await here.db.session.findMany()
      expect(rows.some((row) => Buffer.from(row.tokenHash).includes(Buffer.from(token)))).toBe(false)
    }
  })

  it('is another after every sign-in, and the earlier one is worth nothing', async () => {
    const { email } = await anAccount()
    const first = await enter(email)
    const second = await enter(email, first)
    expect([await visit(first), await visit(second)]).toEqual([401, 200])
  })

  it('is not taken from the one who brings it: an invented token opens nothing', async () => {
    const { email } = await anAccount()
    const cookie = await enter(email, 'entente=invented')
    expect(cookie).not.toBe('entente=invented')
    expect(await visit('entente=invented')).toBe(401)
  })
})

describe('A session', () => {
  it('ends with the sign-out of its browser, and no other', async () => {
    const { email } = await anAccount()
    const [local, there] = [await enter(email), await enter(email)]
    expect(await visit(local, 'DELETE')).toBe(204)
    expect([await visit(local), await visit(there)]).toEqual([401, 200])
  })

  it('ends everywhere at once when the person says so', async () => {
    const { email } = await anAccount()
    const all = [await enter(email), await enter(email), await enter(email)]
    expect(await visit(all[0] ?? '', 'DELETE', '/api/v1/sessions')).toBe(204)
    expect(await Promise.all(all.map((cookie) => visit(cookie)))).toEqual([401, 401, 401])
  })

  it('ends with the account: disabled means refused on the next request', async () => {
    const { email, id } = await anAccount()
    const cookie = await enter(email)
    await here.db.user.update({ where: { id }, data: { disabledAt: start } })
    expect(await visit(cookie)).toBe(401)
    expect((await signIn({ email })).statusCode).toBe(401)
  })

  it('ends after eight idle hours, and after a day however busy', async () => {
    const { email } = await anAccount()
    const at = (hours: number) => set(new Date(start.getTime() + hours * 3_600_000))
    const idle = await enter(email)
    at(7.99)
    expect(await visit(idle)).toBe(200)
    at(16)
    expect(await visit(idle)).toBe(401)
    at(0)
    const busy = await enter(email)
    for (const hours of [7, 14, 21, 23.9]) {
      at(hours)
      expect(await visit(busy)).toBe(200)
    }
    at(24.1)
    expect(await visit(busy)).toBe(401)
    at(0)
  })

  it('takes the rights of the account as they are now', async () => {
    const { email, id } = await anAccount()
    const cookie = await enter(email)
    expect(await visit(cookie, 'GET', '/api/v1/audit')).toBe(403)
    await here.db.user.update({ where: { id }, data: { roles: ['auditor'] } })
    expect(await visit(cookie, 'GET', '/api/v1/audit')).toBe(200)
  })
})

describe('Guessing', () => {
  it('says the same of an unknown account and of a wrong password', async () => {
    const { email } = await anAccount()
    const wrong = await signIn({ email, password: 'faux' })
    const unknown = await signIn({ email: 'nobody@test.example', password: 'faux' })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(unknown.body).toBe(wrong.body)
    expect(wrong.cookies).toEqual([])
  })

  it('is stopped after ten failures of an account from any address, for a time', async () => {
    const { email } = await anAccount()
    const guess = (index: number) => signIn({ email, password: 'faux', address: `10.0.0.${index}` })
    for (let index = 0; index < 10; index += 1) expect((await guess(index)).statusCode).toBe(401)
    const right = await signIn({ email })
    expect([right.statusCode, right.headers['retry-after']]).toEqual([429, '900'])
    set(new Date(start.getTime() + 15 * 60_000 + 1))
    expect((await signIn({ email })).statusCode).toBe(200)
    set(start)
  })

  it('gets no more than ten tries by sending them at once', async () => {
    const { email } = await anAccount()
    const tries = await Promise.all(
      Array.from({ length: 30 }, () => signIn({ email: email.toUpperCase(), password: 'faux' })),
    )
    expect(tries.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(10)
  })

  it('is forgotten once the person signs in', async () => {
    const { email } = await anAccount()
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 9; index += 1) {
        expect((await signIn({ email, password: 'faux', address: '10.1.0.1' })).statusCode).toBe(401)
      }
      expect((await signIn({ email, address: '10.1.0.1' })).statusCode).toBe(200)
    }
  })
})
