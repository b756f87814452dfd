import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, id, instant, person, version } from '../../kernel/fields.ts'
import { text } from '../../kernel/text.ts'

export const comment = z
  .object({
    id,
    activityId: id,
    body: z.string(),
    mentions: z.array(person),
    author: person,
    at: instant,
    version,
    ...allowed('edit'),
  })
  .meta({ id: 'Comment' })
export type Comment = z.infer<typeof comment>

const body = text(4000)
const mentionIds = z.array(id).max(20)

/** A line of a card's history: what changed, from what to what. */
export const activityEvent = z
  .object({
    id: z.int(),
    at: instant,
    by: z.string(),
    action: z.string(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: 'ActivityEvent' })
export type ActivityEvent = z.infer<typeof activityEvent>

export const presence = z.object({ people: z.array(person.extend({ editing: z.boolean() })) }).meta({ id: 'Presence' })
export type Presence = z.infer<typeof presence>

export const comments = {
  list: endpoint({
    method: 'GET',
    path: '/activities/:id/comments',
    summary: 'What was said on a card, oldest first',
    tag: 'activities',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(comment) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/activities/:id/comments',
    summary: 'Say something on a card; only colleagues, who may see it, can be mentioned',
    tag: 'activities',
    status: 201,
    params: byId,
    body: z.strictObject({ body, mentionIds: mentionIds.default([]) }),
    response: comment,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/activity-comments/:id',
    summary: 'Correct one’s own comment',
    tag: 'activities',
    status: 200,
    params: byId,
    body: z.strictObject({ body, mentionIds }).partial(),
    response: comment,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/activity-comments/:id',
    summary: 'Take one’s own comment away',
    tag: 'activities',
    status: 204,
    params: byId,
  }),
  mentions: endpoint({
    method: 'GET',
    path: '/mentions',
    summary: 'The latest comments that mention me',
    tag: 'activities',
    status: 200,
    response: z.object({
      items: z.array(comment.extend({ activityTitle: z.string(), programId: id, reference: z.string() })),
    }),
  }),
  history: endpoint({
    method: 'GET',
    path: '/activities/:id/history',
    summary: 'What happened to a card, latest first',
    tag: 'activities',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(activityEvent) }),
  }),
  attend: endpoint({
    method: 'POST',
    path: '/activities/:id/presence',
    summary: 'Say that I have this card open; who else has',
    fleeting: true,
    tag: 'activities',
    status: 200,
    params: byId,
    body: z.strictObject({ editing: z.boolean(), leaving: z.boolean().default(false) }),
    response: presence,
  }),
}
