import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reading, readingAs, type Server } from '../../platform/records/call.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { lastNumber, numberBefore } from '../audit/queries.ts'
import { eventsFor, type VisiblePrograms } from './queries.ts'

/** Who is behind a request now, if its session still holds. */
export type Recognise = (request: FastifyRequest) => Promise<Actor | null>
type Rights = { recognise: Recognise; isInside: (actor: Actor) => boolean; visible: VisiblePrograms }

const heartbeatMs = 15_000
/** A reader further behind than this reads everything again instead. */
const longestGap = 5000

/** How long before its stream a page may have begun to read, at most. */
const longestAgoMs = 60_000

/** `GET /events`: what moved, as it moves, from the number the reader last saw, or since it began to read (`ago`, ms). */
export const eventsRoutes = (app: FastifyInstance, server: Server, rights: Rights) => {
  const streams = new Set<() => void>()
  app.addHook('preClose', (done) => {
    streams.forEach((end) => end())
    done()
  })
  app.get('/events', { schema: { hide: true } }, async (request, reply) => {
    if (request.actor === null) throw new ProblemError('not-signed-in')
    const stream = await openStream(server, request, reply, rights)
    streams.add(stream.end)
    reply.raw.once('close', () => {
      streams.delete(stream.end)
      stream.end()
    })
    return reply
  })
}

const agoOf = (request: FastifyRequest) => {
  const ago = Number((request.query as { ago?: unknown }).ago)
  return ago > 0 ? Math.min(ago, longestAgoMs) : 0
}

/** Where a reader begins who has seen nothing of the stream. */
const beginningOf = async (server: Server, ago: number) => {
  if (ago === 0) return lastNumber(server)
  const { now, db } = await reading(server)
  return numberBefore({ db }, new Date(now.getTime() - ago))
}

const startOf = async (server: Server, request: FastifyRequest) => {
  if (request.headers['last-event-id'] === undefined)
    return { from: await beginningOf(server, agoOf(request)), resync: false }
  const head = await lastNumber(server)
  const seen = Number(request.headers['last-event-id'])
  const known = Number.isSafeInteger(seen) && seen >= 0 && seen <= head && head - seen <= longestGap
  return known ? { from: seen, resync: false } : { from: head, resync: true }
}

const openStream = async (server: Server, request: FastifyRequest, reply: FastifyReply, rights: Rights) => {
  const { from, resync } = await startOf(server, request)
  const write = begin(reply)
  write(`retry: 1000\nid: ${from}\n${resync ? 'event: reset\ndata: {}\n' : ': ready\n'}\n`)
  let position = from
  const tell = async () => {
    const actor = await rights.recognise(request)
    if (actor === null) return end()
    const seen = (ids: string[]) =>
      readingAs(server, actor, async (asked) => rights.visible(await reading(asked), actor, ids))
    const found = await eventsFor(await reading(server), rights.isInside(actor) ? null : seen, position)
    const moved = found.last > position
    position = found.last
    found.events.forEach(({ number, event }) => write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`))
    if (moved) await tell()
  }
  const ring = inTurn(tell, () => end())
  const stop = server.live.onWake(ring)
  const heartbeat = setInterval(() => {
    write(': still here\n\n')
    ring()
  }, heartbeatMs)
  const end = () => {
    clearInterval(heartbeat)
    stop()
    reply.raw.end()
  }
  ring()
  return { end }
}

const begin = (reply: FastifyReply) => {
  reply.hijack()
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Nothing follows a stream on its connection: an idle one would hold up the server's close.
    'connection': 'close',
  }
  reply.raw.writeHead(200, { ...reply.getHeaders(), ...headers } as Record<string, string>)
  return (text: string) => {
    if (!reply.raw.writableEnded) reply.raw.write(text)
  }
}

/** Runs one reading at a time; a bell during a reading means one more after it. */
const inTurn = (work: () => Promise<void>, fail: () => void) => {
  let running = false
  let again = false
  const run = async () => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      await work()
    } while (again)
    running = false
  }
  return () => void run().catch(fail)
}
