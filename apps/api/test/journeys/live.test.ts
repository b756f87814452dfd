import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../support/builders.ts'
import { specimensIn, type Specimens } from '../support/specimens.ts'
import { type Person, useWorld } from '../support/world.ts'

const world = useWorld()
let address: string
let specimens: Specimens
let coordinator: Person
beforeAll(async () => {
  address = await world.app.listen({ host: '127.0.0.1', port: 0 })
  specimens = await specimensIn(world, 'CENI-A')
  coordinator = await world.as('coordinator')
}, 60_000)
afterAll(() => streams.forEach((stream) => stream.cut()))

type Told = { id: number; event: string; data: Record<string, unknown> }
const parsed = (block: string): Told => {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  return {
    id: Number(field('id')),
    event: field('event') ?? 'message',
    data: JSON.parse(field('data') ?? 'null') as Told['data'],
  }
}
const streams: { cut: () => void }[] = []

/** What one reader of the stream hears, from now or from after an id; `until` waits for it, `ended` for the end. */
const listen = async (by: Person, lastEventId?: string, query = '') => {
  const { cookie } = await by.session()
  const controller = new AbortController()
  const headers = { cookie, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) }
  const answer = await fetch(`${address}/api/v1/events${query}`, { headers, signal: controller.signal })
  const heard: Told[] = []
  const waiting: (() => void)[] = []
  const read = async () => {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of answer.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      heard.push(...blocks.filter((block) => block.includes('data: ')).map(parsed))
      waiting.splice(0).forEach((wake) => wake())
    }
  }
  const ended = read().then(
    () => 'ended',
    () => 'cut',
  )
  const until = async (isThere: (heard: Told[]) => boolean) => {
    while (!isThere(heard)) await Promise.race([new Promise<void>((resolve) => waiting.push(resolve)), ended])
    return heard
  }
  const stream = { answer, heard, until, ended, cut: () => controller.abort() }
  streams.push(stream)
  return stream
}
const organization = (acronym: string) => ({ acronym, name: { fr: 'Réseau', en: null }, type: 'network' as const })

describe('The stream of events', () => {
  it('tells a colleague of another’s write, and nothing of its content', async () => {
    const stream = await listen(await world.as('analyst'))
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.answer.headers.get('x-content-type-options')).toBe('nosniff')
    const { id } = await granted(coordinator.post('/organizations', organization('SECRET')))
    const heard = await stream.until((told) => told.some(({ data }) => data.id === id))
    expect(heard.find(({ data }) => data.id === id)?.data).toEqual({
      resource: 'organizations',
      id,
      version: 1,
      programId: null,
      by: coordinator.name,
    })
    expect(JSON.stringify(heard)).not.toContain('SECRET')
  })

  it('tells a page what happened between its first reading and its stream', async () => {
    const { id } = await granted(coordinator.post('/organizations', organization('ENTRE')))
    const stream = await listen(await world.as('analyst'), undefined, '?ago=1000')
    const heard = await stream.until((told) => told.some(({ data }) => data.id === id))
    expect(heard.filter(({ data }) => data.id === id)).toHaveLength(1)
  })

  it('loses and repeats nothing while twelve write and the line is cut and cut', async () => {
    const reader = await world.as('analyst')
    const first = await listen(reader, String(await lastNumber()))
    const from = await lastNumber()
    const writers = Array.from({ length: 12 }, (_, index) => index)
    const write = async (writer: number) => {
      for (let round = 0; round < 10; round += 1) {
        await granted(coordinator.post('/organizations', organization(`W${writer}-${round}`)))
      }
    }
    const writing = Promise.all(writers.map(write))
    const all: Told[] = []
    let stream = first
    while (all.length < 120) {
      const enough = Math.min(5, 120 - all.length)
      await stream.until((told) => told.length >= enough)
      stream.cut()
      await stream.ended
      all.push(...stream.heard)
      stream = await listen(reader, String(all.at(-1)?.id ?? from))
    }
    await writing
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 120 }, (_, index) => from + index + 1))
  }, 60_000)

  it('tells a reader whose last event is not known to read everything again', async () => {
    for (const unknown of ['999999999', '-1', 'x', '1.5']) {
      const stream = await listen(await world.as('analyst'), unknown)
      const [told] = await stream.until((heard) => heard.length > 0)
      expect(told).toMatchObject({ event: 'reset', data: {} })
      stream.cut()
    }
  })

  it('tells a partner of its shared programs only, and never by whom', async () => {
    const stream = await listen(specimens.partner)
    const { id: foreign } = await world.aVerifiedProgram('analysis')
    await granted(coordinator.post('/organizations', organization('OTHER')))
    const { id } = specimens.program
    await granted(coordinator.post(`/programs/${id}/objections`, await anObjection()))
    const heard = await stream.until((told) => told.length > 0)
    expect(JSON.stringify(heard)).not.toContain(foreign)
    heard.forEach(({ data }) => expect(data).toEqual({ resource: 'programs', id, version: null, programId: id }))
  })

  it('falls silent when the share is revoked, and ends when the session does', async () => {
    const open = await granted(
      coordinator.get<{ objections: { id: string; answer: string | null }[] }>(
        `/programs/${specimens.program.id}/participation`,
      ),
    )
    for (const { id, answer } of open.objections)
      if (answer === null)
        await granted(
          (await world.as('executive')).post(`/objections/${id}/answer`, { answer: 'Voici pourquoi, par écrit.' }),
        )
    const partner = await world.aPartnerOf(specimens.program.id, 'funder', 'OIF-R')
    const { items } = await granted(
      coordinator.get<{ items: { id: string; version: number; organization: { id: string } | null }[] }>(
        `/programs/${specimens.program.id}/shares`,
      ),
    )
    const stream = await listen(partner)
    const colleague = await listen(await world.as('analyst'))
    const share = items.find((item) => item.organization?.id === partner.organizationId)
    await granted(coordinator.delete(`/shares/${share?.id}`, 1))
    const objection = await granted(
      coordinator.post(`/programs/${specimens.program.id}/objections`, await anObjection()),
    )
    await colleague.until((told) => told.some(({ data }) => data.id === objection.id))
    await partner.send({ method: 'DELETE', url: '/session' })
    expect(await stream.ended).toBe('ended')
    expect(stream.heard).toEqual([])
  })

  it('is for people who are signed in', async () => {
    expect((await fetch(`${address}/api/v1/events`)).status).toBe(401)
  })
})

describe('Closing the server', () => {
  it('ends open streams, answers what is under way, and comes to its end', async () => {
    const stream = await listen(await world.as('analyst'))
    const { cookie } = await coordinator.session()
    let received = 0
    const allReceived = new Promise<void>((resolve) => {
      world.app.server.on('request', () => {
        received += 1
        if (received === 10) resolve()
      })
    })
    const underWay = Array.from({ length: 10 }, () => fetch(`${address}/api/v1/programs`, { headers: { cookie } }))
    await allReceived
    const closed = world.app.close()
    const statuses = (await Promise.all(underWay)).map(({ status }) => status)
    await closed
    expect(statuses).toEqual(Array(10).fill(200))
    expect(await stream.ended).toBe('ended')
  })
})

const lastNumber = async () => {
  const [head] = await world.db.$queryRaw<{ entries: bigint }[]>`SELECT entries FROM audit.head`
  return Number(head?.entries)
}
const anObjection = async () => ({
  content: 'Trop tôt pour former avant le scrutin.',
  organizationId: specimens.organizationId,
  documentId: await world.aDocument(undefined, { kind: 'opinion' }),
})
