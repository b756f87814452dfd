import type { comments } from '@entente/shared/activities/comments/contract'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { namesOf } from '../../users/queries.ts'
import { holdBoardOf } from '../opening-service.ts'
import { commentPolicy, commentVisible, type Said } from './policy.ts'
import { presentComment } from './presenter.ts'

const kept = { removedAt: null }

/** Everyone these comments name. */
const peopleOf = (tx: Tx, rows: readonly { authorId: string; mentionIds: string[] }[]) =>
  namesOf(
    tx,
    rows.flatMap((row) => [row.authorId, ...row.mentionIds]),
  )

const withCard = {
  activity: { select: { programId: true, program: { select: { stage: true } } } },
} satisfies Prisma.ActivityCommentInclude

/** A comment with the program of its card at hand. */
const saidOn = <Row extends { activity: Pick<Said, 'programId' | 'program'> }>({ activity, ...row }: Row) => ({
  ...row,
  programId: activity.programId,
  program: activity.program,
})

/** A comment on a card, for the commands that change one: the board of its card is locked. */
export const commentRecord = recorded<Said>()({
  resource: 'activities/comments',
  noun: 'comment',
  table: 'activity_comments',
  lock: holdBoardOf(
    (id) => Prisma.sql`
      SELECT program_id FROM activities JOIN activity_comments c ON c.activity_id = activities.id WHERE c.id = ${id}::uuid`,
  ),
  policy: commentPolicy,
  visible: commentVisible,
  find: async (tx, id) => saidOn(await tx.db.activityComment.findUniqueOrThrow({ where: { id }, include: withCard })),
  present: async (tx, actor, row) => presentComment(row, await peopleOf(tx, [row]), actor),
  programOf: ({ programId }) => programId,
})

export const listComments = async (call: CallOf<typeof comments.list>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.activityComment.findMany({
    where: { activityId: call.params.id, ...kept },
    include: withCard,
    orderBy: { at: 'asc' },
  })
  const people = await peopleOf(tx, rows)
  return { items: rows.map((row) => presentComment(saidOn(row), people, call.actor)) }
}

const latest = 20

/** The latest comments that name this person, on cards that are still there. */
export const listMentions = async (call: CallOf<typeof comments.mentions>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.activityComment.findMany({
    where: { mentionIds: { has: call.actor.id }, ...kept, activity: { archivedAt: null } },
    include: { activity: { include: { program: { select: { id: true, reference: true, stage: true } } } } },
    orderBy: { at: 'desc' },
    take: latest,
  })
  const people = await peopleOf(tx, rows)
  const items = rows.map((row) => ({
    ...presentComment(saidOn(row), people, call.actor),
    activityTitle: row.activity.title,
    programId: row.activity.program.id,
    reference: row.activity.program.reference,
  }))
  return { items }
}

type Entry = { id: bigint; at: Date; by: string; action: string; before: unknown; after: unknown }
type Fields = Record<string, unknown>

const unsaid = new Set(['version', 'can', 'cannot', 'position', 'id', 'programId', 'comments'])
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const changesOf = ({ before, after }: Entry) => {
  if (!isFields(before) || !isFields(after)) return []
  return Object.keys(after)
    .filter((field) => !unsaid.has(field) && field in before)
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

/**
 * What happened to a card, as the audit trail keeps it: alone, or among several changed at once. What it kept before
 * slices were named in it counts, too.
 */
export const listHistory = async (call: CallOf<typeof comments.history>) => {
  const tx = await reading(call.server)
  const { id } = call.params
  const among = JSON.stringify({ changed: [id] })
  const rows = await tx.db.$queryRaw<Entry[]>(Prisma.sql`
    SELECT id, at, actor_name AS by, action, before, after FROM audit.entries
    WHERE (resource IN ('activities', 'activity') AND resource_id = ${id})
       OR (resource IN ('activities/board', 'board') AND program_id = (SELECT program_id FROM activities WHERE id = ${id}::uuid) AND after @> ${among}::jsonb)
    ORDER BY id DESC LIMIT 100`)
  const items = rows.map((row) => ({
    id: Number(row.id),
    at: row.at.toISOString(),
    by: row.by,
    action: row.action,
    changes: changesOf(row),
  }))
  return { items }
}
