import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person } from '../../kernel/fields.ts'
import { currencies } from '../../kernel/money.ts'
import { page, pageQuery } from '../../kernel/page.ts'
import { text } from '../../kernel/text.ts'

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => currencies.has(code), { error: 'currency' })
const foreign = currency.refine((code) => code !== 'CAD', { error: 'currencyNotCad' })

/** What one unit of a currency is worth in Canadian dollars on a day, and who says so. Never changed: a later row corrects. */
export const exchangeRate = z
  .object({
    id,
    currency: z.string(),
    on: day,
    rate: z.string(),
    source: z.string(),
    recordedBy: person,
    recordedAt: instant,
    /** Awaited: the rate lies far from the last one, and nothing is converted at it before someone else confirms it. */
    confirmation: z.enum(['notNeeded', 'awaited', 'given']),
    confirmedBy: person.nullable(),
    confirmedAt: instant.nullable(),
    ...allowed('confirm'),
  })
  .meta({ id: 'ExchangeRate' })
export type ExchangeRate = z.infer<typeof exchangeRate>

export const exchangeRates = {
  list: endpoint({
    method: 'GET',
    path: '/exchange-rates',
    summary: 'Exchange rates as they were recorded, latest first',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ ...pageQuery, currency: currency.optional() }),
    response: page(exchangeRate),
  }),
  inForce: endpoint({
    method: 'GET',
    path: '/exchange-rates/in-force',
    summary: 'The rate that each currency is converted at on a day, and whether I may record one',
    tag: 'allocations',
    status: 200,
    query: z.strictObject({ on: day.optional() }),
    response: z.object({ items: z.array(exchangeRate), ...allowed('record') }),
  }),
  record: endpoint({
    method: 'POST',
    path: '/exchange-rates',
    summary:
      'Record the rate of a day; one that is new or lies more than 10 % from the last is used once someone else confirms it',
    tag: 'allocations',
    status: 201,
    idempotencyKey: 'required',
    body: z.strictObject({
      currency: foreign,
      on: day,
      rate: z.string().regex(/^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,8})?$/, { error: 'rate' }),
      source: text(200),
    }),
    response: exchangeRate,
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/exchange-rates/:id/confirmation',
    summary: 'Confirm a rate that someone else recorded and that lies far from the last one',
    tag: 'allocations',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({}),
    response: exchangeRate,
  }),
}

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
