import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint, ParsedOf } from '@entente/shared/kernel/endpoint'
import type { Locale } from '@entente/shared/kernel/text'
import type { Clock } from '../database/clock.ts'
import { dayOf } from '../database/clock.ts'
import type { Database, Tx } from '../database/client.ts'
import type { FileStore } from '../files/file-store.ts'
import { type Outsider, readOutside } from '../database/outside.ts'
import type { LiveFeed } from '../database/live-feed.ts'
import type { Actor } from '../rules/policy.ts'
import { ProblemError } from '../rules/problems.ts'

/** A change as what follows from it sees it: what was done, to which record, what rests on it, and what it binds to. */
export type Effect = { action: string; id: string; subjects: readonly string[]; commits: string | null }

/** What follows from a change, in its transaction and before its answer; it may still refuse the whole. */
export type Consequence = (tx: Tx, call: Call, effect: Effect) => Promise<void>

/** What the process holds for every request. */
export type Server = {
  db: Database
  /** What is read goes through it: the same, or for who is outside the transaction that lets through what may leave. */
  reader: Tx['db']
  /** The client of that transaction. */
  outside: Database
  /** Whom the database is told that it reads for; null for who is inside. */
  outsiderOf: (actor: Actor) => Outsider | null
  clock: Clock
  files: FileStore
  live: LiveFeed
  demo: boolean
  publicUrl: string | null
  consequence: Consequence
  /** Who asks where nobody is signed in. */
  nobody: Actor
}

/** One request as a handler sees it: who asks, what was validated, and which version they saw. */
export type Call = {
  server: Server
  actor: Actor
  locale: Locale
  /** The version in `If-Match`; null when it was not sent. */
  ifMatch: number | null
  idempotency: { key: string; fingerprint: string } | null
  request: FastifyRequest
  reply: FastifyReply
  status: number
  /** Set when an earlier answer is given again. */
  replayed?: true
}

export type CallOf<E extends Endpoint> = Call & ParsedOf<E>

/** The present moment for reading: no transaction, one clock. */
export const reading = async ({ reader, clock }: Pick<Server, 'reader' | 'clock'>): Promise<Tx> => {
  const now = await clock(reader)
  return { db: reader, now, today: dayOf(now) }
}

/** Has `work` read for someone outside: only what the database itself lets leave. */
export const readingFor = async <T>(server: Server, outsider: Outsider, work: (server: Server) => Promise<T>) => {
  const today = dayOf(await server.clock(server.db))
  return readOutside(server.outside, { ...outsider, today }, (reader) => work({ ...server, reader }))
}

/** Has `work` read for this person: what one does who is outside is read as such, whatever the checks let through. */
export const readingAs = <T>(server: Server, actor: Actor, work: (server: Server) => Promise<T>): Promise<T> => {
  const outsider = server.outsiderOf(actor)
  return outsider === null ? work(server) : readingFor(server, outsider, work)
}

/** Refuses with the present record when the caller saw another version (412). */
export const expectVersion = (call: Call, current: { version: number }) => {
  if (call.ifMatch !== null && call.ifMatch !== current.version) {
    throw new ProblemError('stale-version', {
      detail: {
        fr: 'Quelqu’un a modifié cette fiche depuis que vous l’avez ouverte. Relisez-la, puis recommencez.',
        en: 'Someone changed this record since you opened it. Read it again, then retry.',
      },
      extra: { current },
    })
  }
}
