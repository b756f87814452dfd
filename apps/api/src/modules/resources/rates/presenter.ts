import type { Converted } from '@entente/shared/resources/rates/contract'
import { minorUnits } from '@entente/shared/kernel/money'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { asDay } from '../../../platform/database/clock.ts'

/** A rate that is frozen with what was converted at it. */
export type Frozen = { rate: string | Prisma.Decimal; rateSource: string; rateOn: Date }
export type Original = Frozen & { originalAmount: string; originalCurrency: string }

/** A row that keeps what came in another currency, with the rate that was frozen then. */
type Converting = {
  originalAmount: Prisma.Decimal | null
  originalCurrency: string | null
  rate: Prisma.Decimal | null
  rateSource: string | null
  rateOn: Date | null
}

/** What was converted and at which rate, as it was frozen; null for what needed no conversion. */
export const originalOf = ({ originalAmount, originalCurrency, rate, rateSource, rateOn }: Converting) =>
  originalAmount === null || originalCurrency === null || rate === null || rateSource === null || rateOn === null
    ? null
    : { originalAmount: originalAmount.toFixed(), originalCurrency, rate, rateSource, rateOn }

/** What was converted, as its reader sees it; null for what needed no conversion. */
export const presentOriginal = (row: Converting): Converted | null => {
  const original = originalOf(row)
  if (original === null) return null
  const { originalCurrency: currency, rate, rateSource, rateOn } = original
  const amount = row.originalAmount?.toFixed(minorUnits(currency)) ?? ''
  return { amount, currency, rate: rate.toFixed(), rateSource, rateOn: asDay(rateOn) }
}
