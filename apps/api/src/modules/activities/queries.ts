import type { activities } from '@entente/shared/activities/contract'
import { type CallOf, reading } from '../../platform/call.ts'
import type { Unit } from '../../platform/database.ts'
import { type Actor, hasRole } from '../../platform/policy.ts'
import { namesOf } from '../users/queries.ts'
import { activityPolicy } from './policy.ts'
import { presentActivity, presentColumn } from './presenter.ts'

/** The columns of a board in order, each with its cards in order. Ranks sort by code units (the column's collation). */
const columnsOf = (unit: Unit, programId: string) =>
  unit.db.boardColumn.findMany({
    where: { programId, archivedAt: null },
    include: { activities: { orderBy: { rank: 'asc' } } },
    orderBy: { position: 'asc' },
  })

/** The columns a board starts with: shown before anyone has written, made with the first write. */
export const firstColumns = ['À faire', 'En cours', 'En attente de l’hôte', 'Terminé'] as const

export const boardFor = async (unit: Unit, actor: Actor, programId: string) => {
  const [board, columns] = await Promise.all([
    unit.db.board.findUnique({ where: { programId } }),
    columnsOf(unit, programId),
  ])
  const people = await namesOf(
    unit,
    columns.flatMap((column) => column.activities.flatMap((card) => card.assigneeIds)),
  )
  const present = columns.map((column) =>
    presentColumn(
      column,
      column.activities.map((card, position) => presentActivity(card, position, people, actor)),
    ),
  )
  const can = hasRole(actor, activityPolicy.edit.roles) ? (['edit'] as const) : []
  return { version: board?.version ?? 1, columns: present, can: [...can] }
}

export const getBoard = async (call: CallOf<typeof activities.board>) =>
  boardFor(await reading(call.server), call.actor, call.params.id)

/** One activity with its place in the column, as this person sees it. */
export const activityFor = async (unit: Unit, actor: Actor, id: string) => {
  const row = await unit.db.activity.findUniqueOrThrow({ where: { id } })
  const position = await unit.db.activity.count({ where: { columnId: row.columnId, rank: { lt: row.rank } } })
  return presentActivity(row, position, await namesOf(unit, row.assigneeIds), actor)
}

export const getActivity = async (call: CallOf<typeof activities.get>) =>
  activityFor(await reading(call.server), call.actor, call.params.id)
