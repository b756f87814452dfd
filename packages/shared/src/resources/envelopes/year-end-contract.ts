import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, id } from '../../kernel/fields.ts'
import { reason } from '../../kernel/text.ts'
import { ceilingChange, namedEnvelope } from './ceiling-contract.ts'
import { ceilingAmount, fiscalYear, fiscalYearText } from './contract.ts'

/** What is left of the envelopes of a fiscal year, and where it would go. */
export const yearEnd = z
  .object({
    fiscalYear,
    /** Nothing is carried over before the year has ended. */
    hasEnded: z.boolean(),
    items: z.array(
      z.object({
        envelope: namedEnvelope,
        ceiling: z.string(),
        spent: z.string(),
        /** Still committed or reserved: it stays with its year until it is spent or released. */
        committed: z.string(),
        reserved: z.string(),
        /** Carry-overs out of it that await their second person. */
        proposed: z.string(),
        /** What can still be carried over: neither spent, committed, reserved, held by a cut, nor proposed. */
        left: z.string(),
        /** The same envelope of the next year; null until somebody opens it. */
        to: namedEnvelope.nullable(),
      }),
    ),
    /** Carry-overs out of the year and what takes them back, latest first. */
    changes: z.array(ceilingChange),
    ...allowed('propose'),
  })
  .meta({ id: 'YearEnd' })
export type YearEnd = z.infer<typeof yearEnd>

export const yearEnds = {
  preview: endpoint({
    method: 'GET',
    path: '/year-end',
    summary: 'What is left of a fiscal year (the last one that ended, unless told), and what would go where',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ fiscalYear: fiscalYearText.optional() }),
    response: yearEnd,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/year-end',
    summary: 'Propose the carry-overs of a fiscal year that has ended, all or none; someone else confirms each',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({
      reason: reason(2000),
      carryOvers: z
        .array(z.strictObject({ fromEnvelopeId: id, amount: ceilingAmount }))
        .min(1)
        .max(100)
        .refine((list) => new Set(list.map(({ fromEnvelopeId }) => fromEnvelopeId)).size === list.length, {
          error: 'repeated',
        }),
    }),
    response: z.object({ items: z.array(ceilingChange) }),
  }),
}
