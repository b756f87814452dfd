import type { activities } from '@entente/shared/activities/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { readableBy as filesReadableBy } from '../documents/policy.ts'
import { namesOf } from '../users/queries.ts'
import { presentActivity, withLinks } from './presenter.ts'

/** The activities a card comes after, those still on the board, in their order. */
const predecessors = async (tx: Tx, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const rows = await tx.db.activity.findMany({
    where: { id: { in: [...ids] }, archivedAt: null },
    select: { id: true, title: true },
  })
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return ids.flatMap((id) => {
    const label = titles.get(id)
    return label === undefined ? [] : [{ id, label }]
  })
}

const filesOf = (tx: Tx, actor: Actor, ids: string[]) =>
  tx.db.document.findMany({ where: { AND: [{ id: { in: ids } }, filesReadableBy(actor, tx.today)] } })

/** One activity with its place in the column, as this person sees it. */
export const activityFor = async (tx: Tx, actor: Actor, id: string) => {
  const row = await tx.db.activity.findUniqueOrThrow({ where: { id }, include: withLinks })
  const position = await tx.db.activity.count({
    where: { columnId: row.columnId, archivedAt: null, rank: { lt: row.rank } },
  })
  const people = await namesOf(tx, row.assigneeIds)
  const files = row.documentIds.length === 0 ? [] : await filesOf(tx, actor, row.documentIds)
  const documents = new Map(files.map((file) => [file.id, file.name]))
  const after = await predecessors(tx, row.afterIds)
  return presentActivity(row, { position, people, after, documents, actor })
}

export const getActivity = async (call: CallOf<typeof activities.get>) =>
  activityFor(await reading(call.server), call.actor, call.params.id)
