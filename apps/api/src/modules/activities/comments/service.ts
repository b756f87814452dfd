import { comments } from '@entente/shared/activities/comments/contract'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { adding, changing, removing } from '../../../platform/records/changing.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { defined } from '../../../platform/records/defined.ts'
import { newId } from '../../../platform/database/ids.ts'
import { namesOf } from '../../users/queries.ts'
import { requireColleagues } from '../change-service.ts'
import { holdBoardOfActivity } from '../opening-service.ts'
import { activityPolicy, activityVisible } from '../policy.ts'
import { commentRecord } from './queries.ts'

/** For what is said on a card, its board locked. */
const toCard = {
  visible: activityVisible,
  parent: async (tx: Tx, { params: { id } }: { params: { id: string } }) => {
    await holdBoardOfActivity(tx, id)
    return tx.db.activity.findUniqueOrThrow({ where: { id }, include: { program: { select: { stage: true } } } })
  },
}

/** Says something on a card; only colleagues can be mentioned. */
export const addComment = adding(
  comments.add,
  commentRecord,
  { action: 'add', rule: activityPolicy.comment, ...toCard },
  async ({ tx, actor, body, parent }) => {
    await requireColleagues(tx, body.mentionIds, '/mentionIds')
    const id = newId()
    await tx.db.activityComment.create({ data: { ...body, id, activityId: parent.id, authorId: actor.id, at: tx.now } })
    return id
  },
)

/** Corrects one's own comment. */
export const editComment = changing(comments.edit, commentRecord, 'edit', async ({ tx, id, body }) => {
  await requireColleagues(tx, body.mentionIds, '/mentionIds')
  await tx.db.activityComment.update({ where: { id }, data: { ...defined(body), version: { increment: 1 } } })
})

/** The comment leaves the card; the trail keeps what it said. */
export const removeComment = removing(comments.remove, commentRecord, 'edit', async ({ tx, id }) => {
  await tx.db.activityComment.update({ where: { id }, data: { removedAt: tx.now } })
  return { action: 'comment.remove' }
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
