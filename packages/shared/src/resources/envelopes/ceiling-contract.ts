import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../../kernel/fields.ts'
import { page, pageQuery } from '../../kernel/page.ts'
import { reason } from '../../kernel/text.ts'
import { unit } from '../rates/options.ts'
import { ceilingAmount, envelope, fiscalYear } from './contract.ts'
import { changeState } from './workflow.ts'

const changeKind = z.enum(['opening', 'change', 'transfer', 'carryOver'])
export type ChangeKind = z.infer<typeof changeKind>

export const namedEnvelope = z.object({
  id,
  fiscalYear,
  unit,
  profile: z.string().nullable(),
  holder: z.string().nullable(),
})

/** A ceiling moved by two people. `delta` is what it adds to the envelope, below zero for a cut. */
export const ceilingChange = z
  .object({
    id,
    kind: changeKind,
    envelope: namedEnvelope,
    /** A transfer and a carry-over take from here what they add to `envelope`. */
    from: namedEnvelope.nullable(),
    delta: z.string(),
    effectiveOn: day.nullable(),
    reason: z.string(),
    state: changeState,
    proposedBy: person,
    proposedAt: instant,
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    version,
    /** The transfer or carry-over that this one takes back. */
    reversesId: id.nullable(),
    /** What takes this one back: proposed by whom, or confirmed by whom, and when; null while nobody asks it. */
    takenBack: z.object({ state: changeState.exclude(['refused']), by: person, at: instant }).nullable(),
    ...allowed('decide', 'reverse'),
  })
  .meta({ id: 'CeilingChange' })
export type CeilingChange = z.infer<typeof ceilingChange>

const proposal = {
  tag: 'allocations',
  method: 'POST',
  status: 201,
  idempotencyKey: 'required',
  params: byId,
  response: ceilingChange,
} as const

export const ceilings = {
  envelope: endpoint({
    method: 'GET',
    path: '/envelopes/:id',
    summary: 'One envelope, today or as it stood at the end of a past day',
    tag: 'allocations',
    status: 200,
    params: byId,
    query: z.strictObject({ asOf: day.optional() }),
    response: envelope,
  }),
  propose: endpoint({
    ...proposal,
    path: '/envelopes/:id/ceiling-changes',
    summary: 'Propose another ceiling from a day on, never a past one; someone else confirms it',
    body: z.strictObject({ ceiling: ceilingAmount, effectiveOn: day, reason: reason(2000) }),
  }),
  transfer: endpoint({
    ...proposal,
    path: '/envelopes/:id/transfers',
    summary:
      'Propose to move part of another envelope here: a transfer within the fiscal year, a carry-over from the one that has ended',
    body: z.strictObject({ fromEnvelopeId: id, amount: ceilingAmount, reason: reason(2000) }),
  }),
  reverse: endpoint({
    ...proposal,
    path: '/ceiling-changes/:id/reversal',
    summary: 'Propose to take back a confirmed transfer or carry-over',
    body: z.strictObject({ reason: reason(2000) }),
  }),
  list: endpoint({
    method: 'GET',
    path: '/ceiling-changes',
    summary: 'Changes of ceilings, latest first',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ ...pageQuery, envelopeId: id.optional(), state: changeState.optional() }),
    response: page(ceilingChange),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/ceiling-changes/:id/decision',
    summary: 'Confirm a change of ceiling, or refuse it with a reason',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z
      .strictObject({ outcome: z.enum(['confirmed', 'refused']), reason: reason(2000).optional() })
      .refine((value) => value.outcome === 'confirmed' || value.reason !== undefined, {
        error: 'reasonRequired',
        path: ['reason'],
      }),
    response: ceilingChange,
  }),
}
