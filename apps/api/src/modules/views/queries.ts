import type { views } from '@entente/shared/views/contract'
import type { SavedView } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { namesOf } from '../users/queries.ts'
import { readableBy } from './policy.ts'
import { presentView } from './presenter.ts'

/** Views of one board in the order of their names. */
export const listViews = async (call: CallOf<typeof views.list>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.savedView.findMany({
    where: { programId: call.query.programId ?? null, ...readableBy(call.actor) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.ownerId),
  )
  return { items: rows.map((row) => presentView(row, people, call.actor)) }
}

/** One view as this person sees it; used after every change. */
export const viewFor = async (tx: Tx, actor: Actor, row: SavedView) =>
  presentView(row, await namesOf(tx, [row.ownerId]), actor)
