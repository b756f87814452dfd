import { z } from 'zod'
import { day, id, instant, person, version } from '../../kernel/fields.ts'

export const unit = z.enum(['CAD', 'staffDay', 'item'])
export type Unit = z.infer<typeof unit>
export const fiscalYear = z.int().min(2000).max(2100)
export const fiscalYearText = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)
  .pipe(fiscalYear)

/** What an amount was before it became Canadian dollars, and the rate that was frozen with it. */
export const converted = z.object({
  amount: z.string(),
  currency: z.string(),
  /** Canadian dollars for one unit of the currency. */
  rate: z.string(),
  rateSource: z.string(),
  rateOn: day,
})
export type Converted = z.infer<typeof converted>

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
    can: z.array(z.enum(['edit', 'change'])),
  })
  .meta({ id: 'Envelope' })
export type Envelope = z.infer<typeof envelope>

export const entryKind = z.enum([
  'reservation',
  'commitment',
  'expense',
  'release',
  'transfer',
  'carryOver',
  'reversal',
])

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
    releasedFrom: z.enum(['reserved', 'committed']).nullable(),
    original: converted.optional(),
    allocationId: id.nullable(),
    lineId: id.nullable(),
    programId: id.nullable(),
    on: day,
    at: instant,
    by: person,
    documentId: id.nullable(),
    /** Of a transfer or carry-over: whether it came in or went out. */
    direction: z.enum(['in', 'out']).nullable(),
    /** Of a reversal: what it undoes, and why. */
    reverses: z.object({ id, kind: entryKind, releasedFrom: z.enum(['reserved', 'committed']).nullable() }).nullable(),
    reason: z.string().nullable(),
    reversedById: id.nullable(),
    /** Of staff-days that were spent: whose they are, and the first day of several; `on` is the last. */
    staff: z.object({ id, name: z.string() }).nullable(),
    from: day.nullable(),
    can: z.array(z.enum(['reverse'])),
  })
  .meta({ id: 'LedgerEntry' })
export type LedgerEntry = z.infer<typeof ledgerEntry>

/** The staff-days someone spent, over so many entries; null for those that name nobody. */
export const work = z
  .object({ staff: z.object({ id, name: z.string() }).nullable(), days: z.string(), entries: z.int() })
  .meta({ id: 'Work' })
export type Work = z.infer<typeof work>

/** What a unit comes to in a program, spent, committed and reserved together, against its plan (P7-G7). */
export const forecast = z.object({
  unit: z.enum(['CAD', 'staffDay']),
  planned: z.string(),
  forecast: z.string(),
  /** Above this much an approval needs a revised one; above that much, another decision. */
  revisedAbove: z.string(),
  decidedAbove: z.string(),
})
export type Forecast = z.infer<typeof forecast>
