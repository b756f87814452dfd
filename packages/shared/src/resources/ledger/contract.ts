import { z } from 'zod'
import { allowed, byId, day, id, instant, person } from '../../kernel/fields.ts'
import { compare } from '../../kernel/money.ts'
import { reason } from '../../kernel/text.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { page, pageQuery } from '../../kernel/page.ts'
import { unit } from '../rates/options.ts'
import { fiscalYearText } from '../envelopes/contract.ts'
import { converted } from '../rates/contract.ts'
import { isOne, oneQuantity, quantity } from '../requests/allocation-contract.ts'
import { daysIn } from './rules.ts'

export const entryKind = z.enum([
  'reservation',
  'commitment',
  'expense',
  'release',
  'transfer',
  'carryOver',
  'reversal',
])
export type EntryKind = z.infer<typeof entryKind>

/** What a release gives back. */
const releasedFrom = z.enum(['reserved', 'committed'])
export type ReleasedFrom = z.infer<typeof releasedFrom>

/** Of a transfer or carry-over: whether it came in or went out. */
const direction = z.enum(['in', 'out'])
export type Direction = z.infer<typeof direction>

/** `none`: what has no country, or no partner. */
const orNone = <T extends z.ZodType>(value: T) => z.union([value, z.literal('none')]).optional()

/**
 * Which entries of the ledger: each narrows the others. `general` is what was asked for no program. `moves` keeps the
 * entries that make a sum, as the reports count it: an expense is of the program it was recorded for, and of none where
 * it named none; what is committed or reserved, of the one it was asked for.
 */
export const ledgerFilter = {
  envelopeId: id.optional(),
  programId: id.optional(),
  allocationId: id.optional(),
  kind: entryKind.optional(),
  fiscalYear: fiscalYearText.optional(),
  unit: unit.optional(),
  countryCode: orNone(z.string().regex(/^[A-Z]{2}$/)),
  organizationId: orNone(id),
  general: z.literal('true').optional(),
  moves: z.enum(['spent', 'committed', 'reserved']).optional(),
}

export const ledgerEntry = z
  .object({
    id,
    kind: entryKind,
    envelopeId: id,
    unit,
    amount: z.string(),
    currency: z.string().nullable(),
    releasedFrom: releasedFrom.nullable(),
    original: converted.optional(),
    allocationId: id.nullable(),
    lineId: id.nullable(),
    programId: id.nullable(),
    on: day,
    at: instant,
    by: person,
    documentId: id.nullable(),
    direction: direction.nullable(),
    /** Of a reversal: what it undoes, and why. */
    reverses: z.object({ id, kind: entryKind, releasedFrom: releasedFrom.nullable() }).nullable(),
    reason: z.string().nullable(),
    reversedById: id.nullable(),
    /** Of staff-days that were spent: whose they are, and the first day of several; `on` is the last. */
    staff: z.object({ id, name: z.string() }).nullable(),
    from: day.nullable(),
    ...allowed('reverse'),
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** The staff-days someone spent, over so many entries; null for those that name nobody. */
export const work = z
  .object({ staff: z.object({ id, name: z.string() }).nullable(), days: z.string(), entries: z.int() })
  .meta({ id: 'Work' })
export type Work = z.infer<typeof work>

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
    reason: reason(500).optional(),
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

const recording = {
  tag: 'allocations',
  status: 201,
  idempotencyKey: 'required',
  params: byId,
  body: ledgerRecord,
  response: ledgerEntry,
} as const

export const ledger = {
  commit: endpoint({
    ...recording,
    method: 'POST',
    path: '/allocations/:id/commitments',
    summary: 'Commit part of what is reserved',
  }),
  spend: endpoint({
    ...recording,
    body: expenseRecord,
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
  reverse: endpoint({
    method: 'POST',
    path: '/ledger/:id/reversal',
    summary: 'Undo an entry of an allocation by another: nothing is erased',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ reason: reason(2000) }),
    response: ledgerEntry,
  }),
  list: endpoint({
    method: 'GET',
    path: '/ledger',
    summary: 'Entries of the ledger, oldest first',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ ...pageQuery, ...ledgerFilter }),
    response: page(ledgerEntry),
  }),
  work: endpoint({
    method: 'GET',
    path: '/ledger/work',
    summary: 'Staff-days spent, by person: the sums of the entries a filter keeps, reversed ones left out',
    tag: 'allocations',
    status: 200,
    query: z.strictObject(ledgerFilter),
    response: z.object({ items: z.array(work), total: z.string() }),
  }),
}
