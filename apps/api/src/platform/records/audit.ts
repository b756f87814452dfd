import type { Tx } from '../database/client.ts'
import type { Actor } from '../rules/policy.ts'

/** What one command did, as the trail keeps it. The live stream tells only `resource`, `id`, `version`, `programId`. */
export type AuditRecord = {
  action: string
  resource: string
  id: string
  programId: string | null
  /** Further dossiers it touches, for a change of what several of them rest on. */
  alsoConcerns?: readonly string[]
  version?: number | null
  before?: unknown
  after?: unknown
}

/**
 * Appends one row to the trail, last in the transaction: the append takes a lock until the commit, so that the
 * order of numbers is the order of commits and nobody who reads on from a number misses a row.
 */
export const append = async (tx: Tx, actor: Pick<Actor, 'id' | 'name'> | null, record: AuditRecord) => {
  const before = JSON.stringify(record.before ?? null)
  const after = JSON.stringify(record.after ?? null)
  await tx.db.$queryRaw`SELECT audit.append(
    ${tx.now}::timestamptz, ${actor?.id ?? null}::uuid, ${actor?.name ?? ''}, ${record.action}, ${record.resource},
    ${record.id}, ${record.programId}::uuid, ${record.version ?? null}::int, ${before}::jsonb, ${after}::jsonb)::text`
}
