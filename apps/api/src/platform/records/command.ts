import { createHash } from 'node:crypto'
import { type AuditRecord, append } from './audit.ts'
import type { Call, Server } from './call.ts'
import { dayOf } from '../database/clock.ts'
import type { Tx } from '../database/client.ts'
import { isTransient } from '../database/errors.ts'
import type { Actor } from '../rules/policy.ts'
import { ProblemError } from '../rules/problems.ts'

/** What a command answers and what the trail keeps of it: one row, always. */
export type Change<T> = {
  answer: T
  record: AuditRecord
  /** Who acted, where the call itself does not know yet (signing in). */
  by?: Pick<Actor, 'id' | 'name'>
  /** What a replay answers, where the first answer holds a secret. */
  replay?: T
  /** What the change binds to. */
  commits?: string | null
}

const attempts = 4

/** What follows from a change of a dossier: asked once, after the change and before its answer. */
export const settle = async (tx: Tx, call: Call, record: AuditRecord, commits: string | null = null) => {
  const { action, id, programId, alsoConcerns = [] } = record
  const subjects = [...new Set([...(programId === null ? [] : [programId]), ...alsoConcerns])]
  if (subjects.length > 0) await call.server.consequence(tx, call, { action, id, subjects, commits })
}

/** The only way to write, for changes that are no single record: what follows from it is settled at its end. */
export const command = async <T>(call: Call, run: (tx: Tx) => Promise<Change<T>>): Promise<T> =>
  writing(call, async (tx) => {
    const change = await run(tx)
    await settle(tx, call, change.record, change.commits)
    return change
  })

/**
 * The transaction of every write. It holds the idempotency row, the change and its audit row: all are there or none.
 * A deadlock or serialisation failure starts the whole again, a few times; nothing else is retried.
 */
export const writing = async <T>(call: Call, run: (tx: Tx) => Promise<Change<T>>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call.server.db.$transaction(async (db) => {
        const now = await call.server.clock(db)
        const tx = { db, now, today: dayOf(now) }
        const earlier = await claim(tx, call)
        if (earlier !== null) return earlier.body as T
        const change = await run(tx)
        await storeAnswer(tx, call, change.replay ?? change.answer)
        await append(tx, change.by ?? call.actor, change.record)
        return change.answer
      })
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error
    }
  }
}

/** The same write path for work without a request: first start, tests, seed. */
export const systemCommand = async <T>(
  server: Pick<Server, 'db' | 'clock'>,
  run: (tx: Tx) => Promise<Change<T>>,
): Promise<T> =>
  server.db.$transaction(async (db) => {
    const now = await server.clock(db)
    const tx = { db, now, today: dayOf(now) }
    const change = await run(tx)
    await append(tx, change.by ?? null, change.record)
    return change.answer
  })

export const fingerprintOf = (method: string, url: string, body: unknown) =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body) ?? ''}`)
    .digest('hex')

// The insert waits for a twin still running, then finds its row: the loser replays instead of doing it again.
const claim = async (tx: Tx, call: Call) => {
  if (call.idempotency === null) return null
  const { key, fingerprint } = call.idempotency
  const actorKey = call.actor.id
  const claimed = await tx.db.$executeRaw`
    INSERT INTO idempotent_answers (actor_key, key, fingerprint, created_at)
    VALUES (${actorKey}, ${key}, ${fingerprint}, ${tx.now}::timestamptz) ON CONFLICT DO NOTHING`
  if (claimed === 1) return null
  const earlier = await tx.db.idempotentAnswer.findUniqueOrThrow({ where: { actorKey_key: { actorKey, key } } })
  if (earlier.fingerprint !== fingerprint) {
    throw new ProblemError('idempotency-key-reused', {
      detail: {
        fr: 'Cette clé a déjà servi pour une autre demande. Utilisez une nouvelle clé.',
        en: 'This key already served another request. Use a new key.',
      },
    })
  }
  call.replayed = true
  return { body: earlier.body }
}

const storeAnswer = async (tx: Tx, call: Call, answer: unknown) => {
  if (call.idempotency === null) return
  await tx.db.idempotentAnswer.updateMany({
    where: { actorKey: call.actor.id, key: call.idempotency.key },
    data: { status: call.status, body: JSON.parse(JSON.stringify(answer ?? null)) },
  })
}
