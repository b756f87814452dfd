import { z } from 'zod'

/** ISO 4217 codes this runtime knows. */
export const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** The currencies that do not have two decimals, by the table of ISO 4217: Intl goes by habit (none for the ariary). */
const otherUnits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}
const unitsOf = new Map(
  Object.entries(otherUnits).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
)

/** Digits after the decimal point of a currency (ISO 4217 minor units): CAD 2, XOF 0. */
export const minorUnits = (currency: string) => unitsOf.get(currency) ?? 2

/** Staff-days on the wire: a positive decimal string, at most one decimal, below 100 000. */
export const days = z.string().regex(/^(?!0+(\.0)?$)\d{1,5}(\.\d)?$/, { error: 'days' })

/** Pieces of equipment on the wire: a positive whole number as a string, below a million. */
export const items = z.string().regex(/^(?!0+$)\d{1,6}$/, { error: 'items' })

/** An amount above zero, as a decimal string with no more digits than its currency has; below ten thousand million. */
export const money = z
  .strictObject({
    amount: z.string().regex(/^\d{1,10}(\.\d{1,4})?$/, { error: 'amount' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .refine((code) => currencies.has(code), { error: 'currency' }),
  })
  .refine((value) => /[1-9]/.test(value.amount), { error: 'positive', path: ['amount'] })
  .refine(
    (value) =>
      !currencies.has(value.currency) || (value.amount.split('.')[1] ?? '').length <= minorUnits(value.currency),
    {
      error: 'minorUnits',
      path: ['amount'],
    },
  )
  .meta({ id: 'Money' })
export type Money = z.infer<typeof money>

/** Money in an answer: may be zero or negative, and has exactly its currency's digits. */
export const amountOf = z.object({ amount: z.string(), currency: z.string() })

// Sums are made in tenths of a cent as BigInt, so that neither side of the wire ever rounds.
const scale = 4
const units = (amount: string) => {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const value = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale))
  return amount.startsWith('-') ? -value : value
}
const decimal = (value: bigint, digits: number) => {
  const magnitude = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  const whole = magnitude.slice(0, -scale)
  const fraction = magnitude.slice(-scale).slice(0, digits)
  return `${value < 0n ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}`
}

/** Exact sum of decimal strings, written with `digits` decimals. */
export const sum = (amounts: readonly string[], digits = 2) =>
  decimal(
    amounts.map(units).reduce((total, amount) => total + amount, 0n),
    digits,
  )

/** Exact difference of two decimal strings. */
export const minus = (from: string, amount: string, digits = 2) => decimal(units(from) - units(amount), digits)

const whole = (decimalString: string) => {
  const [integer = '0', fraction = ''] = decimalString.split('.')
  return { value: BigInt(integer + fraction), digits: fraction.length }
}

/** Exact product of two decimal strings that are not negative, rounded half up to `digits` decimals. */
export const times = (left: string, right: string, digits = 2) => {
  const [one, other] = [whole(left), whole(right)]
  const excess = 10n ** BigInt(one.digits + other.digits)
  const product = one.value * other.value * 10n ** BigInt(digits)
  const rounded = ((2n * product + excess) / (2n * excess)).toString().padStart(digits + 1, '0')
  return digits === 0 ? rounded : `${rounded.slice(0, -digits)}.${rounded.slice(-digits)}`
}

/** Negative, zero or positive as `left` is below, at or above `right`. */
export const compare = (left: string, right: string) => Number(units(left) - units(right))
