import { z } from 'zod'
import type { exchangeRate, exchangeRates } from '@entente/shared/allocations/rate-contract'
import { rateDays } from '@entente/shared/allocations/rules'
import type { ExchangeRate, Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/call.ts'
import { addDays, asDate, asDay } from '../../platform/clock.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../platform/cursor.ts'
import type { Unit } from '../../platform/database.ts'
import { hasRole } from '../../platform/policy.ts'
import { type People, personOf } from '../users/presenter.ts'
import { namesOf } from '../users/queries.ts'
import { ratePolicy } from './policy.ts'

/** A rate as it is written: no zeros that say nothing. */
export const rateText = (rate: Prisma.Decimal) => rate.toDecimalPlaces(8).toFixed()

export const presentRate = (row: ExchangeRate, people: People): z.input<typeof exchangeRate> => ({
  id: row.id,
  currency: row.currency,
  on: asDay(row.effectiveOn),
  rate: rateText(row.rate),
  source: row.source,
  recordedBy: personOf(people, row.recordedById),
  recordedAt: row.recordedAt.toISOString(),
})

/** The rates one converts at on a day: of each currency the newest that is not too old; of one day, the last recorded. */
export const ratesOn = (unit: Unit, on: string, currency?: string) =>
  unit.db.exchangeRate.findMany({
    where: {
      effectiveOn: { lte: asDate(on), gte: asDate(addDays(on, -rateDays)) },
      ...(currency !== undefined && { currency }),
    },
    distinct: ['currency'],
    orderBy: [{ currency: 'asc' }, { effectiveOn: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
  })

const presentAll = async (unit: Unit, rows: readonly ExchangeRate[]) => {
  const people = await namesOf(
    unit,
    rows.map((row) => row.recordedById),
  )
  return (row: ExchangeRate) => presentRate(row, people)
}

export const listRates = async (call: CallOf<typeof exchangeRates.list>) => {
  const { limit = defaultLimit, cursor, currency } = call.query
  const unit = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const rows = await unit.db.exchangeRate.findMany({
    where: { ...(currency && { currency }), ...(before !== null && { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return pageOf(rows, limit, (row) => row.id, await presentAll(unit, rows))
}

export const ratesInForce = async (
  call: CallOf<typeof exchangeRates.inForce>,
): Promise<z.input<typeof exchangeRates.inForce.response>> => {
  const unit = await reading(call.server)
  const rows = await ratesOn(unit, call.query.on ?? unit.today)
  const present = await presentAll(unit, rows)
  return { items: rows.map(present), can: hasRole(call.actor, ratePolicy.record.roles) ? ['record'] : [] }
}
