import type { z } from 'zod'
import { type activity, activityType, type boardColumn, limitMode } from '@entente/shared/activities/contract'
import type { Activity, BoardColumn } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/clock.ts'
import { type Actor, hasRole } from '../../platform/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { activityPolicy } from './policy.ts'

export const presentActivity = (
  row: Activity,
  position: number,
  people: People,
  actor: Actor,
): z.input<typeof activity> => ({
  id: row.id,
  programId: row.programId,
  columnId: row.columnId,
  title: row.title,
  type: activityType.parse(row.type),
  description: row.description,
  startsOn: asOptionalDay(row.startsOn),
  dueOn: asOptionalDay(row.dueOn),
  assignees: row.assigneeIds.map((id) => personOf(people, id)),
  blocked:
    row.blockedReason === null ? null : { reason: row.blockedReason, since: row.blockedSince?.toISOString() ?? '' },
  labels: row.labels,
  milestone: row.milestone,
  position,
  version: row.version,
  can: hasRole(actor, activityPolicy.edit.roles) ? ['edit', 'move'] : [],
})

export const presentColumn = (row: BoardColumn, cards: z.input<typeof activity>[]): z.input<typeof boardColumn> => ({
  id: row.id,
  name: row.name,
  limit: row.limit,
  limitMode: limitMode.parse(row.limitMode),
  count: cards.length,
  version: row.version,
  cards,
})
