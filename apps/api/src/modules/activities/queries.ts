import type { activities } from '@entente/shared/activities/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { recorded } from '../../platform/records/changing.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { readableBy as filesReadableBy } from '../documents/policy.ts'
import { namesOf } from '../users/queries.ts'
import { holdBoardOfActivity } from './opening-service.ts'
import { activityPolicy, activityVisible } from './policy.ts'
import { type ActivityRow, presentActivity, withLinks } from './presenter.ts'

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

/** An activity with its place in the column, as this person sees it. */
export const activityAs = async (tx: Tx, actor: Actor, row: ActivityRow) => {
  const position = await tx.db.activity.count({
    where: { columnId: row.columnId, archivedAt: null, rank: { lt: row.rank } },
  })
  const people = await namesOf(tx, row.assigneeIds)
  const files = row.documentIds.length === 0 ? [] : await filesOf(tx, actor, row.documentIds)
  const documents = new Map(files.map((file) => [file.id, file.name]))
  const after = await predecessors(tx, row.afterIds)
  return presentActivity(row, { position, people, after, documents, actor })
}

const findActivity = (tx: Tx, id: string) =>
  tx.db.activity.findUniqueOrThrow({ where: { id }, include: { ...withLinks, program: { select: { stage: true } } } })

/** An activity, for the commands that change one: its board is locked, so that order and limits are never in doubt. */
export const activityRecord = recorded<ActivityRow>()({
  resource: 'activities',
  noun: 'activity',
  table: 'activities',
  lock: holdBoardOfActivity,
  policy: activityPolicy,
  visible: activityVisible,
  find: findActivity,
  present: activityAs,
  programOf: ({ programId }) => programId,
})

export const getActivity = async (call: CallOf<typeof activities.get>) => {
  const tx = await reading(call.server)
  return activityAs(tx, call.actor, await findActivity(tx, call.params.id))
}
