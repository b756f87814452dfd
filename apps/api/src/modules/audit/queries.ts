import type { audit, LiveEvent } from '@entente/shared/audit/contract'
import { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { decodeCursor, defaultLimit, numberedPlace, pageOf } from '../../platform/records/paging.ts'
import type { Tx } from '../../platform/database/client.ts'

type Entry = {
  id: bigint
  at: Date
  actorId: string | null
  actorName: string
  action: string
  resource: string
  resourceId: string
  programId: string | null
  version: number | null
  before: unknown
  after: unknown
  hash: string
}

const columns = Prisma.sql`id, at, actor_id AS "actorId", actor_name AS "actorName", action, resource, resource_id AS "resourceId",
  program_id AS "programId", version, before, after, hash`

const present = (row: Entry) => ({
  id: Number(row.id),
  at: row.at.toISOString(),
  actor: { id: row.actorId, name: row.actorName },
  action: row.action,
  resource: row.resource,
  resourceId: row.resourceId,
  programId: row.programId,
  version: row.version,
  before: row.before,
  after: row.after,
  hash: row.hash,
})

/** The trail, latest first. */
export const listEntries = async (call: CallOf<typeof audit.list>) => {
  const { limit = defaultLimit, cursor, programId, actor, action, from, to } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, numberedPlace)
  const day = Prisma.sql`(at AT TIME ZONE 'America/Toronto')::date`
  const conditions = [
    programId && Prisma.sql`program_id = ${programId}::uuid`,
    actor && Prisma.sql`actor_id = ${actor}::uuid`,
    action && Prisma.sql`starts_with(action, ${action})`,
    from && Prisma.sql`${day} >= ${from}::date`,
    to && Prisma.sql`${day} <= ${to}::date`,
    before !== null && Prisma.sql`id < ${before}`,
  ].filter((condition) => condition instanceof Prisma.Sql)
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`
  const rows = await tx.db.$queryRaw<Entry[]>`
    SELECT ${columns} FROM audit.entries ${where} ORDER BY id DESC LIMIT ${limit + 1}`
  return pageOf(rows, limit, (row) => Number(row.id), present)
}

/** Recomputes the whole chain: intact with its length and head, or the first entry that does not follow. */
export const verifyTrail = async (call: CallOf<typeof audit.verify>) => {
  const tx = await reading(call.server)
  const [found] = await tx.db.$queryRaw<{ broken: bigint | null; entries: bigint; head: string }[]>`
    SELECT audit.first_broken() AS broken, entries, hash AS head FROM audit.head`
  if (found === undefined) return { intact: false as const, firstBroken: 1 }
  return found.broken === null
    ? { intact: true as const, entries: Number(found.entries), head: found.head }
    : { intact: false as const, firstBroken: Number(found.broken) }
}

export type NumberedEvent = { number: number; event: LiveEvent }

/** The number of the last entry: where a stream without history begins. */
export const lastNumber = async (tx: Pick<Tx, 'db'>) => {
  const [head] = await tx.db.$queryRaw<{ entries: bigint }[]>`SELECT entries FROM audit.head`
  return Number(head?.entries ?? 0)
}

/** The number of the last entry before a moment: where the stream of who has read since then begins. */
export const numberBefore = async (tx: Pick<Tx, 'db'>, moment: Date) => {
  const [entry] = await tx.db.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM audit.entries WHERE at < ${moment} ORDER BY id DESC LIMIT 1`
  return Number(entry?.id ?? 0)
}

/** What happened after a number, in order of commit, without any content. */
export const eventsAfter = async (tx: Pick<Tx, 'db'>, number: number, limit: number): Promise<NumberedEvent[]> => {
  const rows = await tx.db.$queryRaw<Entry[]>`
    SELECT ${columns} FROM audit.entries WHERE id > ${number} ORDER BY id LIMIT ${limit}`
  return rows.map((row) => ({
    number: Number(row.id),
    event: {
      resource: row.resource,
      id: row.resourceId,
      version: row.version,
      programId: row.programId,
      by: row.actorName,
    },
  }))
}
