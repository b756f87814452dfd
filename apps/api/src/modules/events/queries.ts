import type { LiveEvent } from '@entente/shared/audit/contract'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { eventsAfter, type NumberedEvent } from '../audit/queries.ts'

/** The programs among these that a person may see now. Given by the programs slice, which this one does not know. */
export type VisiblePrograms = (tx: Tx, actor: Actor, ids: string[]) => Promise<ReadonlySet<string>>

/** The same for one who is outside. */
type Seen = (ids: string[]) => Promise<ReadonlySet<string>>

const batch = 200
/** Who signs in and out is nobody's news. */
const isPrivate = (event: LiveEvent) => event.resource === 'users'

/**
 * What a person may know of what happened after `number`. Who is outside learns only that a program it sees moved, not
 * what moved or who did it; its rights are read anew for every batch.
 */
export const eventsFor = async (tx: Tx, seenBy: Seen | null, number: number) => {
  const events = await eventsAfter(tx, number, batch)
  const last = events.at(-1)?.number ?? number
  const told = events.filter(({ event }) => !isPrivate(event))
  if (seenBy === null) return { last, events: told }
  const ids = [...new Set(told.map(({ event }) => event.programId).filter((id) => id !== null))]
  const seen = await seenBy(ids)
  return { last, events: told.flatMap((item) => forPartner(item, seen)) }
}

const forPartner = ({ number, event }: NumberedEvent, seen: ReadonlySet<string>): NumberedEvent[] => {
  const { programId } = event
  if (programId === null || !seen.has(programId)) return []
  return [{ number, event: { resource: 'programs', id: programId, version: null, programId } }]
}
