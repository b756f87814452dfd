import { z } from 'zod'
import { electionKind } from '../../calendar/contract.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person } from '../../kernel/fields.ts'
import { reason } from '../../kernel/text.ts'

export const recallOutcome = z.enum(['recalled', 'kept'])
export type RecallOutcome = z.infer<typeof recallOutcome>

/** A mission or booking that an election called by surprise touches, and what was decided of it. */
export const recall = z
  .object({
    election: z.object({ id, kind: electionKind, pollingOn: day, place: z.string().nullable() }),
    activityId: id.nullable(),
    bookingId: id.nullable(),
    title: z.string(),
    people: z.array(z.object({ id, name: z.string(), critical: z.boolean() })),
    program: z.object({ id, reference: z.string(), countryCode: z.string().nullable() }).nullable(),
    from: day.nullable(),
    to: day.nullable(),
    href: z.string(),
    /** Null: a recall to decide. */
    decision: z.object({ outcome: recallOutcome, reason: z.string(), by: person, at: instant }).nullable(),
    /** Within 24 hours of the call (domain.md, P7-G6). */
    decideBy: instant,
    isLate: z.boolean(),
    ...allowed('decide'),
  })
  .meta({ id: 'Recall' })
export type Recall = z.infer<typeof recall>

export const recalls = {
  list: endpoint({
    method: 'GET',
    path: '/recalls',
    summary: 'Missions and bookings touched by elections called by surprise, those to decide first',
    tag: 'capacity',
    status: 200,
    response: z.object({ items: z.array(recall) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/elections/:id/recalls',
    summary: 'Decide of one mission or booking: called back, or kept; once, and for good',
    tag: 'capacity',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z
      .strictObject({
        activityId: id.optional(),
        bookingId: id.optional(),
        outcome: recallOutcome,
        reason: reason(2000),
      })
      .refine(({ activityId, bookingId }) => (activityId === undefined) !== (bookingId === undefined), {
        error: 'missionOrBooking',
        path: ['activityId'],
      }),
    response: recall,
  }),
}
