import type { exchangeRates } from '@entente/shared/resources/rates/contract'
import { isUnusualRate } from '@entente/shared/resources/rates/rules'
import type { z } from 'zod'
import type { CallOf } from '../../../platform/records/call.ts'
import { asDate } from '../../../platform/database/clock.ts'
import { command } from '../../../platform/records/command.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { ProblemError, requireNotFuture, wrongState } from '../../../platform/rules/problems.ts'
import { ratePolicy } from './policy.ts'
import { isAwaited, lastOfOthers, rateFor, rateText, withConfirmation } from './queries.ts'

type Rate = z.input<typeof exchangeRates.record.response>

const recordOf = (action: string, answer: Rate, version: number, before?: Rate) => ({
  answer,
  record: { action, resource: 'exchangeRate', id: answer.id, programId: null, version, before, after: answer },
})

const isUnusual = async (tx: Tx, currency: string, rate: string, personId: string) => {
  const last = await lastOfOthers(tx, currency, personId)
  return isUnusualRate(rate, last === null ? null : rateText(last.rate))
}

/**
 * Records what a currency is worth on a day that is not to come. What was converted before keeps its own rate; a rate
 * that is far from the last one is used once someone else confirms it.
 */
export const recordRate = (call: CallOf<typeof exchangeRates.record>) =>
  command(call, async (tx) => {
    const { currency, on, rate, source } = call.body
    requireNotFuture(on, tx.today, '/on')
    const id = newId()
    await tx.db.exchangeRate.create({
      data: {
        id,
        currency,
        effectiveOn: asDate(on),
        rate,
        source,
        isUnusual: await isUnusual(tx, currency, rate, call.actor.id),
        recordedById: call.actor.id,
        recordedAt: tx.now,
      },
    })
    return recordOf('rate.record', await rateFor(tx, call.actor, id), 1)
  })

/** Of several who confirm at once, too, one does. */
const confirmedOnce = <T>(write: Promise<T>) => onlyOnce(write, () => new ProblemError('already-decided'))

/** Vouches for a rate that someone else recorded: from now on things are converted at it. */
export const confirmRate = (call: CallOf<typeof exchangeRates.confirm>) =>
  confirmedOnce(
    command(call, async (tx) => {
      const { id } = call.params
      const row = await tx.db.exchangeRate.findUniqueOrThrow({ where: { id }, include: withConfirmation })
      authorize(ratePolicy.confirm, call.actor, row)
      if (!row.isUnusual) throw wrongState('Ce taux sert déjà.', 'This rate is already in use.')
      if (!isAwaited(row)) throw new ProblemError('already-decided')
      const before = await rateFor(tx, call.actor, id)
      await tx.db.rateConfirmation.create({ data: { rateId: id, byId: call.actor.id, at: tx.now } })
      return recordOf('rate.confirm', await rateFor(tx, call.actor, id), 2, before)
    }),
  )
