import type { exchangeRates } from '@entente/shared/allocations/rate-contract'
import type { CallOf } from '../../platform/call.ts'
import { asDate } from '../../platform/clock.ts'
import { command } from '../../platform/command.ts'
import { newId } from '../../platform/ids.ts'
import { invalidField } from '../../platform/problems.ts'
import { namesOf } from '../users/queries.ts'
import { presentRate } from './rate-queries.ts'

/** Records what a currency is worth on a day that is not to come. What was converted before keeps its own rate. */
export const recordRate = (call: CallOf<typeof exchangeRates.record>) =>
  command(call, async (unit) => {
    const { currency, on, rate, source } = call.body
    if (on > unit.today) throw invalidField('/on', { fr: 'Cette date est à venir.', en: 'This date is in the future.' })
    const row = await unit.db.exchangeRate.create({
      data: {
        id: newId(),
        currency,
        effectiveOn: asDate(on),
        rate,
        source,
        recordedById: call.actor.id,
        recordedAt: unit.now,
      },
    })
    const answer = presentRate(row, await namesOf(unit, [row.recordedById]))
    return {
      answer,
      record: {
        action: 'rate.record',
        resource: 'exchangeRate',
        id: row.id,
        programId: null,
        version: 1,
        after: answer,
      },
    }
  })
