import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, id, instant, person, version } from '../../kernel/fields.ts'
import { bilingual, reason } from '../../kernel/text.ts'
import { ceilingAmount } from '../envelopes/contract.ts'
import { unit } from '../rates/options.ts'
import { ruleSetState } from './workflow.ts'

/** Who signs: the lowest role of which someone’s limit covers the whole, or everyone of a role. */
export const stepRole = z.enum(['withinLimit', 'manager', 'executive'])
export type StepRole = z.infer<typeof stepRole>

/** Asked when a request takes more than `above` of `unit` (null: whatever it asks), and, if serious, for a program at risk. */
const stepRuleFields = {
  name: bilingual(80),
  unit: unit.nullable(),
  isSerious: z.boolean(),
  role: stepRole,
  /** Groups sign one after another, in order; within a group everyone may sign at once. */
  group: z.int().min(1).max(9),
  /** How many different people sign. */
  quorum: z.int().min(1).max(3),
}
const newStepRule = z
  .strictObject({ ...stepRuleFields, above: ceilingAmount })
  .refine((rule) => rule.unit !== null || !/[1-9]/.test(rule.above), { error: 'aboveNeedsUnit', path: ['above'] })

export const stepRule = z.object({ ...stepRuleFields, id: id.nullable(), above: z.string() })
export type StepRule = z.infer<typeof stepRule>

const always = (rule: z.output<typeof newStepRule>) =>
  rule.role === 'withinLimit' && rule.unit === null && !rule.isSerious

export const newStepRules = z.strictObject({
  rules: z
    .array(newStepRule)
    .min(1)
    .max(20)
    .refine((rules) => rules.some(always), { error: 'limitRuleRequired' }),
  reason: reason(2000),
})

/** A table of rules, as one person proposed it and another decided. The first one, of before any proposal, has no id. */
export const stepRuleSet = z
  .object({
    id,
    rules: z.array(stepRule),
    reason: z.string(),
    state: ruleSetState,
    proposedBy: person,
    proposedAt: instant,
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    decisionReason: z.string().nullable(),
    version,
    ...allowed('decide'),
  })
  .meta({ id: 'StepRuleSet' })
export type StepRuleSet = z.infer<typeof stepRuleSet>

export const stepRules = {
  read: endpoint({
    method: 'GET',
    path: '/step-rules',
    summary: 'Which signatures a request for resources needs now, and what is proposed instead',
    tag: 'allocations',
    status: 200,
    response: z.object({
      rules: z.array(stepRule),
      /** Null before the first proposal: then one signature within the limits is asked. */
      inForce: stepRuleSet.nullable(),
      proposed: stepRuleSet.nullable(),
      ...allowed('propose'),
    }),
  }),
  propose: endpoint({
    method: 'POST',
    path: '/step-rules',
    summary: 'Propose other rules; nothing changes until someone else confirms them',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: newStepRules,
    response: stepRuleSet,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/step-rules/:id/decision',
    summary: 'Confirm or refuse rules that someone else proposed; requests already submitted keep their steps',
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
    response: stepRuleSet,
  }),
}
