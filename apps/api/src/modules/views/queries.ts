import type { views } from '@entente/shared/views/contract'
import type { SavedView } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/records/call.ts'
import { recorded } from '../../platform/records/changing.ts'
import { namesOf } from '../users/queries.ts'
import { readableBy, viewPolicy, viewVisible } from './policy.ts'
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

/** A saved view, for the commands that change one. */
export const viewRecord = recorded<SavedView>()({
  resource: 'views',
  noun: 'view',
  table: 'saved_views',
  policy: viewPolicy,
  visible: viewVisible,
  find: (tx, id) => tx.db.savedView.findUniqueOrThrow({ where: { id } }),
  present: async (tx, actor, row) => presentView(row, await namesOf(tx, [row.ownerId]), actor),
  programOf: ({ programId }) => programId,
})
