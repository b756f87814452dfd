import type { activities } from '@entente/shared/activities/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Unit } from '../../platform/database/client.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { readableBy as filesReadableBy } from '../documents/policy.ts'
import { namesOf } from '../users/queries.ts'
import { presentActivity, withLinks } from './presenter.ts'

/** The activities a card comes after, those still on the board, in their order. */
const predecessors = async (unit: Unit, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const rows = await unit.db.activity.findMany({
    where: { id: { in: [...ids] }, archivedAt: null },
    select: { id: true, title: true },
  })
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return ids.flatMap((id) => {
    const label = titles.get(id)
    return label === undefined ? [] : [{ id, label }]
  })
}

const filesOf = (unit: Unit, actor: Actor, ids: string[]) =>
  unit.db.document.findMany({ where: { AND: [{ id: { in: ids } }, filesReadableBy(actor, unit.today)] } })

/** One activity with its place in the column, as this person sees it. */
export const activityFor = async (unit: Unit, actor: Actor, id: string) => {
  const row = await unit.db.activity.findUniqueOrThrow({ where: { id }, include: withLinks })
  const position = await unit.db.activity.count({
    where: { columnId: row.columnId, archivedAt: null, rank: { lt: row.rank } },
  })
  const people = await namesOf(unit, row.assigneeIds)
  const files = row.documentIds.length === 0 ? [] : await filesOf(unit, actor, row.documentIds)
  const documents = new Map(files.map((file) => [file.id, file.name]))
  const after = await predecessors(unit, row.afterIds)
  return presentActivity(row, { position, people, after, documents, actor })
}

export const getActivity = async (call: CallOf<typeof activities.get>) =>
  activityFor(await reading(call.server), call.actor, call.params.id)
