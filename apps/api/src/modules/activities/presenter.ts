import type { z } from 'zod'
import { activity } from '@entente/shared/activities/contract'
import type { BoardColumn, Prisma, Program } from '../../generated/prisma/client.ts'
import type { boardColumn } from '@entente/shared/activities/board-contract'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { listed } from '../../platform/records/listed.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { activityPolicy } from './policy.ts'

export const withLinks = {
  objective: { select: { id: true, competence: true } },
  _count: { select: { comments: { where: { removedAt: null } } } },
} satisfies Prisma.ActivityInclude
export type ActivityRow = Prisma.ActivityGetPayload<{ include: typeof withLinks }> & { program: Pick<Program, 'stage'> }

const blockedOf = (row: ActivityRow) =>
  row.blockedReason === null
    ? null
    : {
        reason: row.blockedReason,
        since: (row.blockedSince ?? row.createdAt).toISOString(),
        expectedOn: asOptionalDay(row.blockedUntil),
        asked: row.blockedAsked,
      }

type Around = {
  position: number
  people: People
  after: { id: string; label: string }[]
  documents: ReadonlyMap<string, string>
  actor: Actor
}

export const presentActivity = (
  row: ActivityRow,
  { position, people, after, documents, actor }: Around,
): z.input<typeof activity> => ({
  ...listed(activity, row),
  startsOn: asOptionalDay(row.startsOn),
  dueOn: asOptionalDay(row.dueOn),
  assignees: row.assigneeIds.map((id) => personOf(people, id)),
  blocked: blockedOf(row),
  partnerTitle: row.partnerTitleFr === null ? null : { fr: row.partnerTitleFr, en: row.partnerTitleEn },
  objective: row.objective && { id: row.objective.id, label: row.objective.competence },
  after,
  comments: row._count.comments,
  documents: row.documentIds.map((id) => ({ id, name: documents.get(id) ?? '—' })),
  estimate: row.estimate?.toFixed(1) ?? null,
  spent: row.spent?.toFixed(1) ?? null,
  columnSince: row.columnSince.toISOString(),
  archived: row.archivedAt !== null,
  position,
  ...allowedOn(activityPolicy, row, actor),
})

/** A column, the cards it holds counted. */
export type ColumnRow = BoardColumn & { program: Pick<Program, 'stage'>; count: number }

export const presentColumn = (row: ColumnRow): z.input<typeof boardColumn> => ({
  id: row.id,
  name: row.name,
  limit: row.limit,
  limitMode: row.limitMode,
  done: row.done,
  count: row.count,
  version: row.version,
  cards: [],
})
