import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeInventory } from '../support/inventory.ts'
import { buildApp } from '../../src/app.ts'
import { databaseClock } from '../../src/platform/database/clock.ts'
import { addressOf, missingId, type Specimens, specimensIn } from '../support/specimens.ts'
import { granted } from '../support/builders.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { routes } = await takeInventory()
let specimens: Specimens
let pages: FastifyInstance
let webRoot: string
beforeAll(async () => {
  specimens = await specimensIn(world, 'CENI-A')
  webRoot = await mkdtemp(join(tmpdir(), 'entente-web-'))
  await mkdir(join(webRoot, 'assets'))
  await writeFile(join(webRoot, 'index.html'), '<script nonce="%CSP_NONCE%"></script>')
  await writeFile(join(webRoot, 'assets', 'a.js'), '1')
  const options = { databaseUrl: world.databaseUrl, dataDir: webRoot, demo: false, webRoot, clock: databaseClock }
  pages = await buildApp({ ...options, publicUrl: 'https://entente.example', logLevel: 'error' })
  await pages.ready()
}, 60_000)
afterAll(async () => {
  await pages.close()
  await rm(webRoot, { recursive: true, force: true })
})

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': expect.stringMatching(/^(DENY|SAMEORIGIN)$/) as unknown,
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()') as unknown,
}
const policyOf = (headers: Record<string, unknown>) => String(headers['content-security-policy'])

describe('Every answer', () => {
  it('has the security headers and a policy without exceptions, whatever it is', async () => {
    const coordinator = await world.as('coordinator')
    const answers = await Promise.all([
      coordinator.get('/programs'),
      coordinator.get('/programs?stray=1'),
      coordinator.get('/nowhere'),
      world.stranger().get('/programs'),
      (await world.as('analyst')).post('/requests'),
      coordinator.get(`/documents/${specimens.ids.documents}/content`),
      coordinator.send({ method: 'PATCH', url: `/programs/${specimens.program.id}`, payload: {} }),
      coordinator.send({ method: 'POST', url: '/programs', payload: 'x', headers: { 'content-type': 'text/plain' } }),
      coordinator.post('/requests', {}, { origin: 'https://elsewhere.example' }),
      coordinator.get('/openapi.json'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 401, 403, 200, 428, 415, 403, 200])
    for (const { headers } of answers) {
      expect(headers).toMatchObject(always)
      expect(policyOf(headers)).toContain("default-src 'none'")
      expect(policyOf(headers)).not.toContain('unsafe')
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers).not.toHaveProperty('server')
    }
  })

  it('of every route has them, whoever asks and by whichever method', async () => {
    const coordinator = await world.as('coordinator')
    for (const { method, url, endpoint } of routes.filter((route) => !route.url.endsWith('/events'))) {
      const path = addressOf({ path: endpoint?.path ?? url.replace('/api/v1', '') }, specimens.ids, missingId)
      const by = method === 'GET' ? coordinator : world.stranger()
      for (const verb of [method, 'PUT'] as 'PUT'[]) {
        const { headers } = await by.send({ method: verb, url: path })
        expect({ verb, path, headers }).toMatchObject({ headers: always })
        expect(policyOf(headers)).toContain("default-src 'none'")
      }
    }
  })

  it.each([
    '/api/v1/%',
    '/api/v1/programs/%ff',
    '/api/v1/programs/%zz/board',
    `/api/v1/programs/${'x'.repeat(5_000)}`,
    '//',
    '/%',
    '/api/v1//programs',
    '/api/v1/shared/%E0%A4%A',
    '/assets/%',
  ])('to an address that cannot be read has them too: %s', async (url) => {
    for (const app of [world.app, pages]) {
      const { statusCode, headers, body } = await app.inject({ url })
      expect(headers).toMatchObject(always)
      expect(policyOf(headers)).toContain("default-src 'none'")
      const isPage = String(headers['content-type']).startsWith('text/html')
      expect(isPage ? 200 : (JSON.parse(body) as { status: number }).status).toBe(statusCode)
      expect(statusCode).toBeLessThan(500)
    }
  })

  it('that is too large for us has them', async () => {
    const payload = { x: 'a'.repeat(1024 * 1024) }
    const { status, headers } = await (await world.as('coordinator')).post('/requests', payload)
    expect({ status, headers }).toMatchObject({ status: 413, headers: always })
  })

  it('that is a page lets run only what carries its own nonce, and is bound to TLS', async () => {
    const visit = (url: string) => pages.inject({ url })
    const [one, other, asset] = [await visit('/'), await visit('/programs/x'), await visit('/assets/a.js')]
    const nonceIn = (html: string) => /nonce="([\w+/=]{24})"/.exec(html)?.[1]
    for (const page of [one, other]) {
      expect(page.headers).toMatchObject({ ...always, 'cache-control': 'no-store' })
      expect(policyOf(page.headers)).toContain(`script-src 'self' 'nonce-${nonceIn(page.body)}'`)
      expect(policyOf(page.headers)).not.toContain('unsafe')
    }
    expect(nonceIn(one.body)).not.toBe(nonceIn(other.body))
    for (const { headers } of [one, asset]) expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(asset.headers).toMatchObject(always)
  })

  it.each([
    '/assets/../index.html',
    '/assets/%2e%2e/files',
    '/assets/..%2f..%2fetc/passwd',
    '/api/v1/../../etc/passwd',
  ])('leaves the files of the server where they are: %s', async (url) => {
    const { statusCode, body } = await pages.inject({ url })
    expect(body).not.toContain('root:')
    expect([200, 403, 404]).toContain(statusCode)
  })
})

/** The rows of every table a reader could touch, as one figure each. */
const checksums = async () => {
  const tables = await world.db.$queryRaw<{ name: string }[]>`
    SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('public', 'audit') AND has_table_privilege(c.oid, 'SELECT')`
  return Promise.all(
    tables.map(async ({ name }) => {
      const query = `SELECT count(*)::int AS rows, md5(string_agg(t::text, '' ORDER BY t::text)) AS sum FROM ${name} t`
      return { name, ...(await world.db.$queryRawUnsafe<object[]>(query))[0] }
    }),
  )
}

/** A document anyone with the link may open, filed in the program. */
const aPublicDocument = async () => {
  const coordinator = await world.as('coordinator')
  const documentId = await world.aDocument(coordinator, { classification: 'public', audience: 'public' })
  const filed = { title: 'Atelier', type: 'other', documentIds: [documentId] }
  await granted(coordinator.post(`/programs/${specimens.ids.programs}/activities`, filed))
  return documentId
}

/** What some readings cannot go without. */
const questions = {
  '/gates': '?to=closed',
  '/rehearsal': '?pollingOn=2027-04-05',
  '/matches': '?from=2026-12-01&to=2026-12-09',
}

/** The address with what stands in the specimen world; a link opens only the public document. */
const pathOf = (path: string, shown: string) => {
  const id = path.startsWith('/shared') ? shown : specimens.ids[/([\w-]+)\/:id/.exec(path)?.[1] ?? '']
  const asked = Object.entries(questions).find(([end]) => path.endsWith(end))?.[1] ?? ''
  return `${path.replace(':id', id ?? 'x')}${asked}`
}

describe('Reading', () => {
  it('changes nothing: every table and the trail are the same around every GET', async () => {
    const readers = [await world.as('coordinator'), await world.as('executive'), specimens.partner]
    for (const reader of readers) await reader.get('/session')
    const shown = await aPublicDocument()
    const before = await checksums()
    const unread: string[] = []
    for (const { method, url, endpoint } of routes) {
      if (method !== 'GET' || url.includes('events')) continue
      const path = pathOf((endpoint?.path ?? url.replace('/api/v1', '')).replace(':token', specimens.link), shown)
      const statuses = await Promise.all(readers.map(async (reader) => (await reader.get(path)).status))
      if (!statuses.includes(200)) unread.push(url)
    }
    expect(unread).toEqual([])
    expect(await checksums()).toEqual(before)
    expect(before.length).toBeGreaterThan(25)
  })
})
