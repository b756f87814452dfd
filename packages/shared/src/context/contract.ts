import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { reason, text } from '../kernel/text.ts'
import { contextKind } from './options.ts'

export const contextEvent = z
  .object({
    id,
    programId: id,
    kind: contextKind,
    /** Where it is known from: a note, a press article, an embassy. */
    source: z.string(),
    happenedOn: day,
    note: z.string(),
    raisedBy: person,
    raisedAt: instant,
    /** How it was dealt with; null while what follows from it holds. */
    clearing: z.object({ reason: z.string(), by: person, at: instant }).nullable(),
    version,
    ...allowed('clear'),
  })
  .meta({ id: 'ContextEvent' })
export type ContextEvent = z.infer<typeof contextEvent>

export const context = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/context-events',
    summary: 'Events around a program that changed what it rests on, the latest first',
    tag: 'context',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(contextEvent), ...allowed('raise') }),
  }),
  raise: endpoint({
    method: 'POST',
    path: '/programs/:id/context-events',
    summary: 'Record an event that changes what the program rests on; its effect is immediate',
    tag: 'context',
    status: 201,
    params: byId,
    body: z.strictObject({ kind: contextKind, source: text(300), happenedOn: day, note: reason(2000) }),
    response: contextEvent,
  }),
  clear: endpoint({
    method: 'POST',
    path: '/context-events/:id/clearing',
    summary: 'Say how an event was dealt with',
    tag: 'context',
    status: 200,
    params: byId,
    body: z.strictObject({ reason: reason(2000) }),
    response: contextEvent,
  }),
}
