import type { z } from 'zod'
import type { comment } from '@entente/shared/activities/comments/contract'
import type { ActivityComment } from '../../../generated/prisma/client.ts'
import { type People, personOf } from '../../users/presenter.ts'

export const presentComment = (
  row: ActivityComment,
  people: People,
  actor: { id: string },
): z.input<typeof comment> => ({
  id: row.id,
  activityId: row.activityId,
  body: row.body,
  mentions: row.mentionIds.map((id) => personOf(people, id)),
  author: personOf(people, row.authorId),
  at: row.at.toISOString(),
  version: row.version,
  can: row.authorId === actor.id ? ['edit'] : [],
})
