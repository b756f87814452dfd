import { z } from 'zod'
import { day, id, instant, person, version } from '../../kernel/fields.ts'
import { compare, days, items, money } from '../../kernel/money.ts'
import { text } from '../../kernel/text.ts'
import { converted, fiscalYear, unit } from '../ledger/contract.ts'
import { daysIn } from '../rules/rules.ts'

export const allocationState = z.enum(['draft', 'submitted', 'approved', 'returned', 'refused'])
export type AllocationState = z.infer<typeof allocationState>
/** `returned`: a question stands on this line; the whole request goes back with it. */
export const lineOutcome = z.enum(['approved', 'refused', 'returned'])

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
  role: z.enum(['manager', 'executive']),
  state: z.enum(['pending', 'approved', 'returned', 'refused']),
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
    can: z.array(z.enum(['edit', 'submit', 'withdraw', 'decide', 'record', 'amend'])),
  })
  .meta({ id: 'Allocation' })
export type Allocation = z.infer<typeof allocation>

/** How much, in the one way that fits what the envelope counts. */
const quantity = { amount: money.optional(), days: days.optional(), items: items.optional() }
type Quantity = { amount?: unknown; days?: unknown; items?: unknown }
const given = (value: Quantity) => [value.amount, value.days, value.items].filter((item) => item !== undefined).length
const isOne = (value: Quantity) => given(value) === 1
const oneQuantity = { error: 'oneQuantity', path: ['amount'] }

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
    justification: text(4000),
    neededOn: day,
    documentIds: z.array(id).max(20).optional(),
    amendsId: id.optional(),
    lines: z.array(newLine).min(1).max(50),
  })
  .meta({ id: 'NewAllocation' })

export const allocationDecision = z
  .strictObject({
    stepId: id,
    outcome: z.enum(['approved', 'returned', 'refused']),
    reason: text(4000).optional(),
    lines: z
      .array(
        z
          .strictObject({
            lineId: id,
            outcome: lineOutcome.optional(),
            ...quantity,
            reason: text(2000).optional(),
          })
          .refine((line) => given(line) <= 1, oneQuantity),
      )
      .max(50)
      .refine((lines) => new Set(lines.map(({ lineId }) => lineId.toLowerCase())).size === lines.length, {
        error: 'lineTwice',
      })
      .optional(),
  })
  .refine((value) => value.outcome === 'approved' || value.reason !== undefined, {
    error: 'reasonRequired',
    path: ['reason'],
  })
  .refine(({ outcome, lines = [] }) => outcome === 'returned' || lines.every((line) => line.outcome !== 'returned'), {
    error: 'lineReturned',
    path: ['outcome'],
  })
  .meta({ id: 'AllocationDecision' })

const recordFields = { lineId: id, ...quantity, on: day, programId: id.optional(), documentId: id.optional() }

export const ledgerRecord = z.strictObject(recordFields).refine(isOne, oneQuantity)

/** What was spent, with what shows it: a receipt for money, a person for days; or why there is none. */
export const expenseRecord = z
  .strictObject({
    ...recordFields,
    /** Whose days these are, among the people who can be put to work. */
    staffId: id.optional(),
    /** The first of the days worked; `on` is the last, and the only one unless this is given. */
    from: day.optional(),
    /** Why there is no receipt, or nobody to name. */
    reason: text(500).optional(),
  })
  .refine(isOne, oneQuantity)
  .refine(
    ({ amount, documentId, reason }) => amount === undefined || documentId !== undefined || reason !== undefined,
    {
      error: 'receiptOrReason',
      path: ['documentId'],
    },
  )
  .refine(
    ({ days: worked, staffId, reason }) => worked === undefined || staffId !== undefined || reason !== undefined,
    {
      error: 'personOrReason',
      path: ['staffId'],
    },
  )
  .refine(
    ({ documentId, staffId, reason }) => reason === undefined || (documentId === undefined && staffId === undefined),
    { error: 'evidenceOrReason', path: ['reason'] },
  )
  .refine(({ days: worked, staffId }) => worked !== undefined || staffId === undefined, {
    error: 'personOfDays',
    path: ['staffId'],
  })
  .refine(({ from, staffId }) => from === undefined || staffId !== undefined, { error: 'personFirst', path: ['from'] })
  .refine(({ from, on }) => from === undefined || from <= on, { error: 'endAfterStart', path: ['on'] })
  .refine(
    ({ staffId, days: worked, from, on }) => {
      const isOfPerson = staffId !== undefined && worked !== undefined && (from ?? on) <= on
      return !isOfPerson || compare(worked, String(daysIn(from ?? on, on))) <= 0
    },
    {
      error: 'moreThanPeriod',
      path: ['days'],
    },
  )

/** An envelope's sums at one moment: `before` is now, `after` is once this line is approved as asked. */
const sums = z.object({
  ceiling: z.string(),
  reserved: z.string(),
  committed: z.string(),
  spent: z.string(),
  available: z.string(),
  held: z.string(),
})

export const inboxLine = z.object({
  line: allocationLine,
  before: sums,
  after: sums,
  fits: z.boolean(),
  /** Pending lines of other allocations on the same envelope that fit before this decision and would not after. */
  wouldNoLongerFit: z.array(
    z.object({
      allocationId: id,
      lineId: id,
      reference: z.string().nullable(),
      description: z.string(),
      asked: z.string(),
    }),
  ),
  blackoutOverlap: z.boolean(),
})
export type InboxLine = z.infer<typeof inboxLine>

export const inboxItem = z
  .object({
    allocation,
    stepId: id,
    /** How long the step waits: late after the days of service, escalated to the executive after twice as many. */
    waiting: z.object({ since: day, dueOn: day, state: z.enum(['onTime', 'late', 'escalated']) }),
    lines: z.array(inboxLine),
    withinLimit: z.boolean(),
    /** Whose lent power this decision would use: one's own does not reach. */
    onBehalfOf: person.nullable(),
    /** Requests of the last weeks that with this one exceed a limit each of them stays under (P7-G8). */
    split: z
      .object({
        unit,
        limit: z.string(),
        total: z.string(),
        /** How many there are; `others` are the latest of them. */
        count: z.int(),
        others: z.array(z.object({ allocationId: id, submittedOn: day, asked: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'InboxItem' })
export type InboxItem = z.infer<typeof inboxItem>
