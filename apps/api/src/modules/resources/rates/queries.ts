import { z } from 'zod'
import type { exchangeRate, exchangeRates } from '@entente/shared/resources/rates/contract'
import { rateDays } from '@entente/shared/resources/rates/rules'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { addDays, asDate, asDay } from '../../../platform/database/clock.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Added } from '../../../platform/records/changing.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'
import { ratePolicy, ratesPolicy } from './policy.ts'

/** A rate as it is written: no zeros that say nothing. */
export const rateText = (rate: Prisma.Decimal) => rate.toDecimalPlaces(8).toFixed()

const withConfirmation = { confirmation: true } satisfies Prisma.ExchangeRateInclude
type RateRow = Prisma.ExchangeRateGetPayload<{ include: typeof withConfirmation }>

const isAwaited = ({ isUnusual, confirmation }: RateRow) => isUnusual && confirmation === null

const presentRate = (row: RateRow, people: People, actor: Actor): z.input<typeof exchangeRate> => ({
  id: row.id,
  currency: row.currency,
  on: asDay(row.effectiveOn),
  rate: rateText(row.rate),
  source: row.source,
  recordedBy: personOf(people, row.recordedById),
  recordedAt: row.recordedAt.toISOString(),
  confirmation: isAwaited(row) ? 'awaited' : row.isUnusual ? 'given' : 'notNeeded',
  confirmedBy: optionalPersonOf(people, row.confirmation?.byId ?? null),
  confirmedAt: row.confirmation?.at.toISOString() ?? null,
  ...allowedOn(ratePolicy, row, actor),
})

/** Rates that things are converted at: usual ones, and those that a second person confirmed. */
const inUse: Prisma.ExchangeRateWhereInput = { OR: [{ isUnusual: false }, { confirmation: { isNot: null } }] }

const latestFirst = [
  { effectiveOn: 'desc' },
  { recordedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.ExchangeRateOrderByWithRelationInput[]

/** The latest rate in use of a currency that someone other than this person vouches for. */
export const lastOfOthers = (tx: Tx, currency: string, personId: string) =>
  tx.db.exchangeRate.findFirst({
    where: {
      currency,
      AND: [inUse, { OR: [{ recordedById: { not: personId } }, { confirmation: { isNot: null } }] }],
    },
    orderBy: latestFirst,
  })

/** The rates one converts at on a day: of each currency the newest that is not too old; of one day, the last recorded. */
export const ratesOn = (tx: Tx, on: string, currency?: string) =>
  tx.db.exchangeRate.findMany({
    where: {
      effectiveOn: { lte: asDate(on), gte: asDate(addDays(on, -rateDays)) },
      ...(currency !== undefined && { currency }),
      ...inUse,
    },
    include: withConfirmation,
    distinct: ['currency'],
    orderBy: [{ currency: 'asc' }, ...latestFirst],
  })

const presentAll = async (tx: Tx, actor: Actor, rows: readonly RateRow[]) => {
  const people = await namesOf(
    tx,
    rows.flatMap((row) => [row.recordedById, row.confirmation?.byId]),
  )
  return (row: RateRow) => presentRate(row, people, actor)
}

/** A rate, for the commands that record and confirm one: neither it nor what vouches for it is ever changed. */
export const rateRecord = {
  resource: 'resources/rates',
  noun: 'rate',
  find: (tx, id) => tx.db.exchangeRate.findUniqueOrThrow({ where: { id }, include: withConfirmation }),
  present: async (tx, actor, row) => (await presentAll(tx, actor, [row]))(row),
  programOf: () => null,
} satisfies Added<RateRow, ReturnType<typeof presentRate>>

export const listRates = async (call: CallOf<typeof exchangeRates.list>) => {
  const { limit = defaultLimit, cursor, currency } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const rows = await tx.db.exchangeRate.findMany({
    where: { ...(currency && { currency }), ...(before !== null && { id: { lt: before } }) },
    include: withConfirmation,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  return pageOf(rows, limit, (row) => row.id, await presentAll(tx, call.actor, rows))
}

export const ratesInForce = async (
  call: CallOf<typeof exchangeRates.inForce>,
): Promise<z.input<typeof exchangeRates.inForce.response>> => {
  const tx = await reading(call.server)
  const rows = await ratesOn(tx, call.query.on ?? tx.today)
  const present = await presentAll(tx, call.actor, rows)
  return { items: rows.map(present), ...allowedOn(ratesPolicy, null, call.actor, ['record']) }
}
