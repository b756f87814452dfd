import type { comments } from '@entente/shared/activities/comments/contract'
import { type Call, type CallOf, expectVersion, reading } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { defined } from '../../../platform/records/defined.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { namesOf } from '../../users/queries.ts'
import { openBoard } from '../board-service.ts'
import { requireColleagues } from '../change-service.ts'
import { commentFor } from './queries.ts'
import { commentPolicy } from './policy.ts'

const open = async (tx: Tx, { locale }: Call, activityId: string) => {
  const { programId } = await tx.db.activity.findUniqueOrThrow({ where: { id: activityId } })
  await openBoard(tx, programId, locale)
  return programId
}

const done = async (tx: Tx, call: Call, id: string, programId: string, action: string, before?: unknown) => {
  const answer = await commentFor(tx, call.actor, id)
  const record = { action, resource: 'comment', id, programId, version: answer.version, before, after: answer }
  return { answer, record }
}

export const addComment = (call: CallOf<typeof comments.add>) =>
  command(call, async (tx) => {
    const programId = await open(tx, call, call.params.id)
    await requireColleagues(tx, call.body.mentionIds, '/mentionIds')
    const id = newId()
    await tx.db.activityComment.create({
      data: { ...call.body, id, activityId: call.params.id, authorId: call.actor.id, at: tx.now },
    })
    return done(tx, call, id, programId, 'comment.add')
  })

/** One's own comment, as it is, with its board locked. */
const own = async (tx: Tx, call: Call & { params: { id: string } }) => {
  await lock(tx, 'activity_comments', call.params.id)
  const row = await tx.db.activityComment.findUniqueOrThrow({ where: { id: call.params.id } })
  authorize(commentPolicy.edit, call.actor, row)
  const shown = await commentFor(tx, call.actor, row.id)
  expectVersion(call, shown)
  return { shown, programId: await open(tx, call, row.activityId) }
}

export const editComment = (call: CallOf<typeof comments.edit>) =>
  command(call, async (tx) => {
    const { shown, programId } = await own(tx, call)
    await requireColleagues(tx, call.body.mentionIds, '/mentionIds')
    await tx.db.activityComment.update({
      where: { id: shown.id },
      data: { ...defined(call.body), version: { increment: 1 } },
    })
    return done(tx, call, shown.id, programId, 'comment.edit', shown)
  })

/** The comment leaves the card; the trail keeps what it said. */
export const removeComment = (call: CallOf<typeof comments.remove>) =>
  command(call, async (tx) => {
    const { shown, programId } = await own(tx, call)
    await tx.db.activityComment.update({ where: { id: shown.id }, data: { removedAt: tx.now } })
    const record = { action: 'comment.remove', resource: 'comment', id: shown.id, programId, before: shown }
    return { answer: undefined, record }
  })

/** Seconds after which someone who says nothing is taken to have left. */
const absence = 15

/**
 * Says that this person has the card open, and answers who else has. Not a command: presence is no record, leaves no
 * row in the trail and fades by itself.
 */
export const attendActivity = async (call: CallOf<typeof comments.attend>) => {
  const tx = await reading(call.server)
  const activityId = call.params.id
  const { editing, leaving } = call.body
  const key = { activityId_userId: { activityId, userId: call.actor.id } }
  const seenAt = tx.now
  if (leaving) await tx.db.activityPresence.deleteMany({ where: { activityId, userId: call.actor.id } })
  else
    await tx.db.activityPresence.upsert({
      where: key,
      create: { activityId, userId: call.actor.id, editing, seenAt },
      update: { editing, seenAt },
    })
  const rows = await tx.db.activityPresence.findMany({
    where: {
      activityId,
      userId: { not: call.actor.id },
      seenAt: { gt: new Date(seenAt.getTime() - absence * 1000) },
    },
    orderBy: { userId: 'asc' },
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.userId),
  )
  return {
    people: rows.flatMap((row) => {
      const person = people.get(row.userId)
      return person === undefined ? [] : [{ ...person, editing: row.editing }]
    }),
  }
}
