import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { isUnusualRate } from '@entente/shared/resources/rates/rules'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import { newId } from '../../../platform/database/ids.ts'
import { adding, toRegister } from '../../../platform/records/changing.ts'
import { ProblemError, requireNotFuture } from '../../../platform/rules/problems.ts'
import { ratePolicy, ratesPolicy, rateVisible } from './policy.ts'
import { lastOfOthers, rateRecord, rateText } from './queries.ts'

const isUnusual = async (tx: Tx, currency: string, rate: string, personId: string) => {
  const last = await lastOfOthers(tx, currency, personId)
  return isUnusualRate(rate, last === null ? null : rateText(last.rate))
}

/**
 * Records what a currency is worth on a day that is not to come. What was converted before keeps its own rate; a rate
 * that is far from the last one is used once someone else confirms it.
 */
export const recordRate = adding(
  exchangeRates.record,
  rateRecord,
  { action: 'record', rule: ratesPolicy.record, ...toRegister },
  async ({ tx, actor, body: { currency, on, rate, source } }) => {
    requireNotFuture(on, tx.today, '/on')
    const id = newId()
    await tx.db.exchangeRate.create({
      data: {
        id,
        currency,
        effectiveOn: asDate(on),
        rate,
        source,
        isUnusual: await isUnusual(tx, currency, rate, actor.id),
        recordedById: actor.id,
        recordedAt: tx.now,
      },
    })
    return id
  },
)

/** Of several who confirm at once, too, one does. */
const confirmedOnce = <T>(write: Promise<T>) => onlyOnce(write, () => new ProblemError('already-decided'))

/** Vouches for a rate that someone else recorded: from now on things are converted at it. */
export const confirmRate = adding(
  exchangeRates.confirm,
  rateRecord,
  {
    action: 'confirm',
    rule: ratePolicy.confirm,
    visible: rateVisible,
    parent: (tx, { params }) => rateRecord.find(tx, params.id),
  },
  async ({ tx, actor, parent: { id } }) => {
    await confirmedOnce(tx.db.rateConfirmation.create({ data: { rateId: id, byId: actor.id, at: tx.now } }))
    return id
  },
)
