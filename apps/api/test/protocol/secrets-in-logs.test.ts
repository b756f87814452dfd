import { tmpdir } from 'node:os'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { databaseClock } from '../../src/platform/database/clock.ts'
import { withoutSecrets } from '../../src/platform/http/request-log.ts'
import { useWorld } from '../support/world.ts'
import { specimensIn } from '../support/specimens.ts'
import { takeInventory } from '../support/inventory.ts'

const world = useWorld()

describe('The log', () => {
  it('holds no token of an address, known or unknown, and the ids of records', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString())
        done()
      },
    })
    const where = { databaseUrl: world.databaseUrl, dataDir: tmpdir(), webRoot: null, clock: databaseClock }
    const app = await buildApp({ ...where, demo: false, publicUrl: null, logLevel: 'info', logTo: stream })
    const token = 'gk3_V0pXq1-8mZsT5yLwQe9RbNnUaJcD2fHhKiOoPpA'
    const id = '019aabbb-0000-7000-8000-000000000000'
    const addresses = [
      `/api/v1/shared/${token}`,
      `/api/v1/nowhere/${token}`,
      `/shared/${token}`,
      `/setup?token=${token}`,
      `/api/v1/programs/${id}`,
    ]
    for (const url of addresses) await app.inject({ url })
    await app.close()
    const log = lines.join('')
    expect(log).toContain('/api/v1/shared/…')
    expect(log).toContain(id)
    expect(log).not.toContain(token)
  })

  it('tells addresses apart by their plain words', () => {
    expect(withoutSecrets('/api/v1/programs?q=PCI-2026-004&limit=50')).toBe('/api/v1/programs?q=PCI-2026-004&limit=50')
  })
})

describe('An answer to who is outside', () => {
  it('is kept nowhere, whatever it is', async () => {
    const { partner, ids, link } = await specimensIn(world, 'CENI-S')
    const { routes } = await takeInventory()
    const open = routes.filter(({ method, roles }) => method === 'GET' && roles.includes('partner'))
    expect(open.length).toBeGreaterThan(5)
    const stranger = world.stranger()
    const answers = [
      await stranger.get(`/shared/${link}`),
      await stranger.get('/shared/unknown'),
      await partner.get(`/documents/${ids.documents}/content`),
      await partner.get('/nowhere'),
    ]
    for (const { url } of open) answers.push(await partner.get(url.replace(':id', ids[url.split('/')[1] ?? ''] ?? '')))
    expect(answers.filter(({ headers }) => !String(headers['cache-control']).includes('no-store'))).toEqual([])
  })
})
