import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/support/database.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { start, useWorld } from '../../../test/support/world.ts'
import { buildApp } from '../../app.ts'
import { settableClock } from '../../platform/database/clock.ts'
import { issueSetupToken } from './accounts-service.ts'

const world = useWorld()
const password = 'un mot de passe d’essai'
type Attempt = { email: string; password?: string; address?: string; headers?: Record<string, string> }
const signIn = ({ email, address = '127.0.0.1', headers = {}, ...rest }: Attempt) =>
  world.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password: rest.password ?? password },
    headers,
    remoteAddress: address,
  })

describe('Signing in', () => {
  it('tells who one is and what one may be shown, and nothing else', async () => {
    const { id } = await world.as('analyst')
    const answer = await signIn({ email: 'Analyst@TEST.example' })
    expect(answer.json()).toEqual({
      demo: false,
      user: {
        id,
        name: 'Personne analyst',
        email: 'analyst@test.example',
        roles: ['analyst'],
        locale: 'fr',
        organizationId: null,
      },
      can: 'home programs requests analyses allocations capacity organizations calendar dashboards reports dossier saveView waitingAnalyses mentions'.split(
        ' ',
      ),
    })
  })

  it('compares the password as it was typed: with its blanks and capitals', async () => {
    await world.as('manager')
    for (const wrong of [` ${password}`, `${password} `, password.toUpperCase(), password.normalize('NFD')]) {
      const { statusCode } = await signIn({ email: 'manager@test.example', password: wrong })
      expect({ wrong, refused: statusCode === 401 }).toEqual({ wrong, refused: wrong !== password })
    }
  })

  it('knows passwords by an argon2id hash of at least 19 MiB, another for each account', async () => {
    await Promise.all([world.as('analyst'), world.as('manager'), world.as('executive')])
    const hashes = (await world.db.user.findMany()).map(({ passwordHash }) => passwordHash)
    for (const hash of hashes) {
      const { memory, passes } = /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=1\$/.exec(hash)?.groups ?? {}
      expect([Number(memory) >= 19_456, Number(passes) >= 2]).toEqual([true, true])
    }
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('Guessing over many accounts', () => {
  it('is stopped by address, whatever it says; no person elsewhere is held up', async () => {
    await world.as('coordinator')
    const guess = (index: number) =>
      signIn({
        email: `personne${index}@test.example`,
        password: 'faux',
        address: '10.9.0.1',
        headers: {
          'x-forwarded-for': `192.0.2.${index}`,
          'forwarded': `for=192.0.2.${index}`,
          'x-real-ip': `192.0.2.${index}`,
        },
      })
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => guess(index)))
    expect(statusesOf(answers.map(({ statusCode: status }) => ({ status })))).toEqual(Array(100).fill(401))
    const late = await guess(200)
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '900'])
    expect((await signIn({ email: 'coordinator@test.example', address: '10.9.0.2' })).statusCode).toBe(200)
  }, 60_000)
})

describe('The people to choose from', () => {
  it('are the colleagues with an open account, no partners and no former ones', async () => {
    const [left] = [await world.someone('partie', ['analyst']), await world.someone('Zoé', ['manager'])]
    await world.aPartner((await world.anOrganization('CENI-U')).id, 'dehors')
    await world.db.user.update({ where: { id: left.id }, data: { disabledAt: start } })
    const { body } = await (await world.as('auditor')).get<{ items: { name: string }[] }>('/people')
    const names = body.items.map(({ name }) => name)
    expect(names).toContain('Personne Zoé')
    expect(names.filter((name) => name.includes('dehors') || name.includes('partie'))).toEqual([])
    for (const item of body.items) expect(Object.keys(item).toSorted()).toEqual(['can', 'id', 'name', 'roles'])
  })
})

describe('The first account', () => {
  let database: FreshDatabase
  let dataDir: string
  let app: FastifyInstance
  let token: string
  beforeAll(async () => {
    database = await freshDatabase()
    dataDir = await mkdtemp(join(tmpdir(), 'entente-setup-'))
    token = await issueSetupToken(dataDir)
    const { clock } = settableClock(start)
    const options = { databaseUrl: database.appUrl, dataDir, demo: false, publicUrl: null, webRoot: null, clock }
    app = await buildApp({ ...options, logLevel: 'error' })
  })
  afterAll(async () => {
    await app.close()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const setUp = async (fields: object = {}) => {
    const person = { token, name: 'Première personne', email: 'Premiere@test.example', password }
    const answer = await app.inject({ method: 'POST', url: '/api/v1/setup', payload: { ...person, ...fields } })
    return { status: answer.statusCode, body: answer.json<unknown>(), cookies: answer.cookies }
  }

  it('opens with the one-time token only', async () => {
    const wrong = [`${token}x`, token.slice(1), 'x'.repeat(token.length), 'é'.repeat(token.length), '🗳'.repeat(16)]
    for (const other of wrong)
      expect({ other, ...(await setUp({ token: other })) }).toMatchObject({ other, status: 404 })
  })

  it('has a password of twelve characters at least, any of which it may hold', async () => {
    expect(await setUp({ password: 'onze signes' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/password' }] },
    })
  })

  it('is an admin, signed in: of several at once one is let in, later nobody', async () => {
    const many = Array.from({ length: 6 }, (_, index) => setUp({ email: `personne${index}@test.example` }))
    const replies = await Promise.all(many)
    expect(statusesOf(replies)).toEqual([201, 404, 404, 404, 404, 404])
    const first = replies.find(({ status }) => status === 201)
    expect(first).toMatchObject({ body: { user: { roles: ['admin'] } }, cookies: [{ httpOnly: true }] })
    expect(await setUp({ email: 'tard@test.example' })).toMatchObject({ status: 404 })
    await expect(readFile(join(dataDir, 'setup-token'))).rejects.toThrow(/ENOENT/)
  })
})
