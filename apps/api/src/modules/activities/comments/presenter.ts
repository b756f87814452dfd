import type { z } from 'zod'
import type { comment } from '@entente/shared/activities/comments/contract'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { commentPolicy, type Said } from './policy.ts'

export const presentComment = (row: Said, people: People, actor: Actor): z.input<typeof comment> => ({
  id: row.id,
  activityId: row.activityId,
  body: row.body,
  mentions: row.mentionIds.map((id) => personOf(people, id)),
  author: personOf(people, row.authorId),
  at: row.at.toISOString(),
  version: row.version,
  ...allowedOn(commentPolicy, row, actor),
})
