import { z } from 'zod'
import { allowed, day, id, instant, person, version } from '../../kernel/fields.ts'
import { days, items, money } from '../../kernel/money.ts'
import { reason, text } from '../../kernel/text.ts'
import { converted } from '../rates/contract.ts'
import { fiscalYear } from '../envelopes/contract.ts'
import { unit } from '../rates/options.ts'
import { allocationState, stepState } from './workflow.ts'

/** `returned`: a question stands on this line; the whole request goes back with it. */
export const lineOutcome = z.enum(['approved', 'refused', 'returned'])
export type LineOutcome = z.infer<typeof lineOutcome>

/** Whose signature a step asks for. */
export const signerRole = z.enum(['manager', 'executive'])
export type SignerRole = z.infer<typeof signerRole>

export const allocationLine = z.object({
  id,
  envelopeId: id,
  fiscalYear,
  unit,
  /** Of the envelope: for whose days it is, and who answers for it. */
  envelopeProfile: z.string().nullable(),
  envelopeHolder: z.string().nullable(),
  description: z.string(),
  /** Whose days are asked. */
  profile: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  asked: z.string(),
  approved: z.string().nullable(),
  outcome: lineOutcome.nullable(),
  reason: z.string().nullable(),
  /** Asked in another currency: how much, at which rate, and how much of it is approved. */
  original: converted.extend({ approved: z.string().nullable() }).nullable(),
  reserved: z.string(),
  committed: z.string(),
  spent: z.string(),
})
export type AllocationLine = z.infer<typeof allocationLine>

export const approvalStep = z.object({
  id,
  rule: z.string(),
  /** Of the rule that asked for it, when it is one that was proposed. */
  name: z.object({ fr: z.string(), en: z.string().nullable() }).nullable(),
  /** Each submission begins a round; groups of a round sign in order. */
  round: z.int(),
  group: z.int(),
  role: signerRole,
  state: stepState,
  decidedBy: person.nullable(),
  /** Whose power the decision used, when it was lent. */
  onBehalfOf: person.nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
})

export const allocation = z
  .object({
    id,
    programId: id.nullable(),
    program: z
      .object({ id, reference: z.string(), title: z.object({ fr: z.string(), en: z.string().nullable() }) })
      .nullable(),
    activityId: id.nullable(),
    justification: z.string(),
    neededOn: day,
    state: allocationState,
    requestedBy: person,
    createdAt: instant,
    submittedAt: instant.nullable(),
    documentIds: z.array(id),
    /** The approved request that this one completes, and those that complete this one. */
    amendsId: id.nullable(),
    amendmentIds: z.array(id),
    lines: z.array(allocationLine),
    steps: z.array(approvalStep),
    version,
    /** Beside `can` decide, `cannot.decide` says why it may only be returned or refused: it cannot be approved now. */
    ...allowed('edit', 'submit', 'withdraw', 'decide', 'record', 'amend'),
  })
  .meta({ id: 'Allocation' })
export type Allocation = z.infer<typeof allocation>

/** How much, in the one way that fits what the envelope counts. */
export const quantity = { amount: money.optional(), days: days.optional(), items: items.optional() }
type Quantity = { amount?: unknown; days?: unknown; items?: unknown }
export const given = (value: Quantity) =>
  [value.amount, value.days, value.items].filter((item) => item !== undefined).length
export const isOne = (value: Quantity) => given(value) === 1
export const oneQuantity = { error: 'oneQuantity', path: ['amount'] }

export const newLine = z
  .strictObject({
    envelopeId: id,
    ...quantity,
    description: text(500),
    profile: text(80).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(isOne, oneQuantity)
  .refine((line) => line.from === undefined || line.to === undefined || line.to >= line.from, {
    error: 'endAfterStart',
    path: ['to'],
  })

export const newAllocation = z
  .strictObject({
    programId: id.nullable(),
    activityId: id.optional(),
    justification: reason(4000),
    neededOn: day,
    documentIds: z.array(id).max(20).optional(),
    amendsId: id.optional(),
    lines: z.array(newLine).min(1).max(50),
  })
  .meta({ id: 'NewAllocation' })
