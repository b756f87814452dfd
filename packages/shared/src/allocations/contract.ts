import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { amountOf, days, money } from '../kernel/money.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { text } from '../kernel/text.ts'

export const unit = z.enum(['CAD', 'staffDay', 'item'])
export type Unit = z.infer<typeof unit>
const fiscalYear = z.int().min(2000).max(2100)
const fiscalYearText = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(fiscalYear)

/** Amounts are decimal strings in the envelope's unit: two decimals for CAD, one for staff-days. */
export const envelope = z
  .object({
    id,
    fiscalYear,
    unit,
    profile: z.string().nullable(),
    ceiling: z.string(),
    reserved: z.string(),
    committed: z.string(),
    spent: z.string(),
    available: z.string(),
    version,
    can: z.array(z.enum(['edit'])),
  })
  .meta({ id: 'Envelope' })
export type Envelope = z.infer<typeof envelope>

export const allocationState = z.enum(['draft', 'submitted', 'approved', 'returned', 'refused'])
export type AllocationState = z.infer<typeof allocationState>
const lineOutcome = z.enum(['approved', 'refused'])

export const allocationLine = z.object({
  id,
  envelopeId: id,
  fiscalYear,
  unit,
  description: z.string(),
  profile: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  asked: z.string(),
  approved: z.string().nullable(),
  outcome: lineOutcome.nullable(),
  reason: z.string().nullable(),
  reserved: z.string(),
  committed: z.string(),
  spent: z.string(),
})
export type AllocationLine = z.infer<typeof allocationLine>

export const approvalStep = z.object({
  id,
  rule: z.string(),
  role: z.enum(['manager', 'executive']),
  state: z.enum(['pending', 'approved', 'returned', 'refused']),
  decidedBy: person.nullable(),
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
    lines: z.array(allocationLine),
    steps: z.array(approvalStep),
    version,
    can: z.array(z.enum(['edit', 'submit', 'withdraw', 'decide', 'record'])),
  })
  .meta({ id: 'Allocation' })
export type Allocation = z.infer<typeof allocation>

const newLine = z
  .strictObject({
    envelopeId: id,
    amount: money.optional(),
    days: days.optional(),
    description: text(500),
    profile: text(80).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine((line) => (line.amount === undefined) !== (line.days === undefined), {
    error: 'amountOrDays',
    path: ['amount'],
  })
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
        z.strictObject({
          lineId: id,
          outcome: lineOutcome.optional(),
          amount: money.optional(),
          days: days.optional(),
          reason: text(2000).optional(),
        }),
      )
      .max(50)
      .optional(),
  })
  .refine((value) => value.outcome === 'approved' || value.reason !== undefined, {
    error: 'reasonRequired',
    path: ['reason'],
  })
  .meta({ id: 'AllocationDecision' })

const record = z
  .strictObject({
    lineId: id,
    amount: money.optional(),
    days: days.optional(),
    on: day,
    programId: id.optional(),
    documentId: id.optional(),
  })
  .refine((line) => (line.amount === undefined) !== (line.days === undefined), {
    error: 'amountOrDays',
    path: ['amount'],
  })

export const entryKind = z.enum([
  'reservation',
  'commitment',
  'expense',
  'release',
  'transfer',
  'carryOver',
  'reversal',
])

export const ledgerEntry = z
  .object({
    id,
    kind: entryKind,
    envelopeId: id,
    unit,
    amount: z.string(),
    currency: z.string().nullable(),
    releasedFrom: z.enum(['reserved', 'committed']).nullable(),
    original: z
      .object({ amount: z.string(), currency: z.string(), rate: z.string(), rateSource: z.string(), rateOn: day })
      .optional(),
    allocationId: id.nullable(),
    lineId: id.nullable(),
    programId: id.nullable(),
    on: day,
    at: instant,
    by: person,
    documentId: id.nullable(),
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** An envelope's sums at one moment: `before` is now, `after` is once this line is approved as asked. */
const sums = z.object({
  ceiling: z.string(),
  reserved: z.string(),
  committed: z.string(),
  spent: z.string(),
  available: z.string(),
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
  .object({ allocation, stepId: id, lines: z.array(inboxLine), withinLimit: z.boolean() })
  .meta({ id: 'InboxItem' })
export type InboxItem = z.infer<typeof inboxItem>

const recording = {
  tag: 'allocations',
  status: 201,
  idempotencyKey: 'required',
  params: byId,
  body: record,
  response: ledgerEntry,
} as const
const listQuery = z.strictObject({
  ...pageQuery,
  programId: id.optional(),
  state: allocationState.optional(),
  fiscalYear: fiscalYearText.optional(),
})

export const allocations = {
  envelopes: endpoint({
    method: 'GET',
    path: '/envelopes',
    summary: 'Envelopes of a fiscal year (it starts on 1 April)',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ fiscalYear: fiscalYearText.optional() }),
    response: z.object({ items: z.array(envelope), can: z.array(z.enum(['create'])) }),
  }),
  openEnvelope: endpoint({
    method: 'POST',
    path: '/envelopes',
    summary: 'Open an envelope for a fiscal year and unit',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({
      fiscalYear,
      unit,
      profile: text(80).nullable().default(null),
      ceiling: z.string().regex(/^\d{1,10}(\.\d{1,2})?$/),
    }),
    response: envelope,
  }),
  list: endpoint({
    method: 'GET',
    path: '/allocations',
    summary: 'Allocations, latest first',
    tag: 'allocations',
    status: 200,
    query: listQuery,
    response: page(allocation),
  }),
  get: endpoint({
    method: 'GET',
    path: '/allocations/:id',
    summary: 'One allocation',
    tag: 'allocations',
    status: 200,
    params: byId,
    response: allocation,
  }),
  draft: endpoint({
    method: 'POST',
    path: '/allocations',
    summary: 'Draft a request for resources',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: newAllocation,
    response: allocation,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/allocations/:id',
    summary: 'Change a draft or returned allocation',
    tag: 'allocations',
    status: 200,
    params: byId,
    body: z
      .strictObject({ justification: text(4000), neededOn: day, lines: z.array(newLine).min(1).max(50) })
      .partial(),
    response: allocation,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/allocations/:id/submission',
    summary: 'Ask for the approval; nothing is reserved yet',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: allocation,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/allocations/:id/withdrawal',
    summary: 'Take a submitted allocation back to draft',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: allocation,
  }),
  inbox: endpoint({
    method: 'GET',
    path: '/approvals',
    summary: 'Allocations waiting for my decision, each line with its envelope before and after',
    tag: 'allocations',
    status: 200,
    response: z.object({ items: z.array(inboxItem) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/allocations/:id/decisions',
    summary: 'Approve, approve for less, return or refuse',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: allocationDecision,
    response: allocation,
  }),
  commit: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/commitments',
    summary: 'Commit part of what is reserved',
  }),
  spend: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/expenses',
    summary: 'Record an expense against what is committed',
  }),
  release: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/releases',
    summary: 'Give back what is committed or reserved and will not be spent',
  }),
  ledger: endpoint({
    method: 'GET',
    path: '/ledger',
    summary: 'Entries of the ledger, oldest first',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({
      ...pageQuery,
      envelopeId: id.optional(),
      programId: id.optional(),
      allocationId: id.optional(),
      kind: entryKind.optional(),
    }),
    response: page(ledgerEntry),
  }),
}
