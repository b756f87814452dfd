import type { z } from 'zod'
import type { newLine } from '@entente/shared/resources/requests/allocation-contract'
import { inCad, rateDays } from '@entente/shared/resources/rates/rules'
import type { Money } from '@entente/shared/kernel/money'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { ratesOn, rateText } from '../rates/queries.ts'
import type { Frozen, Original } from '../rates/presenter.ts'
import type { LineRow } from './presenter.ts'

type Quantity = Pick<z.output<typeof newLine>, 'amount' | 'days' | 'items'>

/** An amount as its envelope counts it, and what it was when it came in another currency. */
export type Counted = { amount: Prisma.Decimal; original: Original | null }

const fieldOf = (value: Quantity) =>
  value.amount !== undefined ? 'amount' : value.days !== undefined ? 'days' : 'items'
const unitOf = { amount: 'CAD', days: 'staffDay', items: 'item' }

const plain = (envelope: Pick<Envelope, 'unit'>, value: Quantity, pointer: string) => {
  const field = fieldOf(value)
  if (unitOf[field] !== envelope.unit) {
    throw invalidField(`${pointer}/${field}`, {
      fr: 'Cette enveloppe se compte dans une autre unité.',
      en: 'This envelope counts in another unit.',
    })
  }
  return new Prisma.Decimal(value.amount?.amount ?? value.days ?? value.items ?? '0')
}

const most = new Prisma.Decimal('9999999999.99')

/** Canadian dollars at a rate; an amount that is worth less than a cent, or more than a sum may be, is refused. */
const atRate = ({ amount, currency }: Money, frozen: Frozen, pointer: string): Counted => {
  const rate = rateText(new Prisma.Decimal(frozen.rate))
  const converted = new Prisma.Decimal(inCad(amount, rate))
  if (converted.isZero() || converted.gt(most)) {
    throw invalidField(`${pointer}/amount/amount`, {
      fr: `Au taux de ${rate}, ce montant donne ${converted.toFixed(2)} $ : il faut de 0,01 $ à 9 999 999 999,99 $.`,
      en: `At the rate of ${rate} this amount makes $${converted.toFixed(2)}: between $0.01 and $9,999,999,999.99 is needed.`,
    })
  }
  return { amount: converted, original: { ...frozen, rate, originalAmount: amount, originalCurrency: currency } }
}

const rateFor = async (tx: Tx, currency: string, on: string, pointer: string): Promise<Frozen> => {
  const [found] = await ratesOn(tx, on, currency)
  if (found === undefined) {
    throw invalidField(`${pointer}/amount/currency`, {
      fr: `Aucun taux ${currency} des ${rateDays} jours avant le ${on} : faites-le inscrire sous Affectations, Taux de change.`,
      en: `No ${currency} rate of the ${rateDays} days before ${on}: have it recorded under Allocations, Exchange rates.`,
    })
  }
  return { rate: found.rate, rateSource: found.source, rateOn: found.effectiveOn }
}

/** The amount in the envelope’s unit, at the rate of the day when it is in another currency; names the field at fault. */
export const amountOn = async (
  tx: Tx,
  envelope: Pick<Envelope, 'unit'>,
  value: Quantity,
  { pointer, on }: { pointer: string; on: string },
): Promise<Counted> => {
  const amount = plain(envelope, value, pointer)
  const money = value.amount
  if (money === undefined || money.currency === 'CAD') return { amount, original: null }
  return atRate(money, await rateFor(tx, money.currency, on, pointer), pointer)
}

/** The rate a line was asked at, with the currency; null for a line in the envelope’s own unit. */
const frozenIn = ({ originalCurrency, rate, rateSource, rateOn }: LineRow) =>
  originalCurrency === null || rate === null || rateSource === null || rateOn === null
    ? null
    : { currency: originalCurrency, frozen: { rate, rateSource, rateOn } }

/** The whole of a line, at the rate it was asked at: as earlier steps granted it, else as it was asked. */
export const grantedBefore = (line: LineRow): Counted => {
  const amount = line.approved ?? line.asked
  const found = frozenIn(line)
  const original = line.originalApproved ?? line.originalAmount
  if (found === null || original === null || original.isZero()) return { amount, original: null }
  return { amount, original: { ...found.frozen, originalAmount: original.toFixed(), originalCurrency: found.currency } }
}

/** Part of a line, in the currency it was asked in and at the rate it was asked at. */
export const partOf = (line: LineRow, value: Quantity, pointer: string): Counted => {
  const amount = plain(line.envelope, value, pointer)
  if (value.amount === undefined) return { amount, original: null }
  const found = frozenIn(line)
  const currency = found?.currency ?? 'CAD'
  if (value.amount.currency !== currency) {
    throw invalidField(`${pointer}/amount/currency`, {
      fr: `Cette ligne est demandée en ${currency} : accordez dans la même devise.`,
      en: `This line is asked in ${currency}: grant in the same currency.`,
    })
  }
  return found === null ? { amount, original: null } : atRate(value.amount, found.frozen, pointer)
}

/** An amount that must be in the envelope’s own unit: what is given back is counted as the envelope counts. */
export const ownAmount = (envelope: Pick<Envelope, 'unit'>, value: Quantity, pointer: string) => {
  if (value.amount !== undefined && value.amount.currency !== 'CAD') {
    throw invalidField(`${pointer}/amount/currency`, {
      fr: 'On libère des dollars canadiens : c’est un solde de l’enveloppe.',
      en: 'One releases Canadian dollars: it is a balance of the envelope.',
    })
  }
  return plain(envelope, value, pointer)
}
