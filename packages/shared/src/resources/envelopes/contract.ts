import { z } from 'zod'
import { allowed, day, id, version } from '../../kernel/fields.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { reason, text } from '../../kernel/text.ts'
import { unit } from '../rates/options.ts'

export const fiscalYear = z.int().min(2000).max(2100)

export const fiscalYearText = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(fiscalYear)

/** Amounts are decimal strings in the envelope's unit: two decimals for CAD, one for staff-days, none for items. */
export const envelope = z
  .object({
    id,
    fiscalYear,
    unit,
    profile: z.string().nullable(),
    /** The unit or person who answers for it. */
    holder: z.string().nullable(),
    ceiling: z.string(),
    reserved: z.string(),
    committed: z.string(),
    spent: z.string(),
    available: z.string(),
    /** What confirmed cuts still ahead will take: part of `available` that can no longer be granted. */
    held: z.string(),
    version,
    ...allowed('edit', 'change'),
  })
  .meta({ id: 'Envelope' })
export type Envelope = z.infer<typeof envelope>

/** An amount of a ceiling, zero included: how many decimals it may have depends on what the envelope counts. */
export const ceilingAmount = z.string().regex(/^\d{1,10}(\.\d{1,2})?$/, { error: 'amount' })

export const envelopes = {
  list: endpoint({
    method: 'GET',
    path: '/envelopes',
    summary: 'Envelopes of a fiscal year (it starts on 1 April), today or as they stood at the end of a past day',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ fiscalYear: fiscalYearText.optional(), asOf: day.optional() }),
    response: z.object({ items: z.array(envelope), ...allowed('create') }),
  }),
  open: endpoint({
    method: 'POST',
    path: '/envelopes',
    summary: 'Open an envelope for a fiscal year and unit; its ceiling stands once someone else confirms it',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({
      fiscalYear,
      unit,
      profile: text(80).nullable().default(null),
      holder: text(120).nullable().default(null),
      ceiling: ceilingAmount,
      reason: reason(2000),
    }),
    response: envelope,
  }),
}
