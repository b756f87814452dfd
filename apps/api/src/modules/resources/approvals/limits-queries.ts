import { Prisma } from '../../../generated/prisma/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'

export type Totals = { money: Prisma.Decimal; days: Prisma.Decimal; items: Prisma.Decimal }
type Asked = { asked: Prisma.Decimal; envelope: { unit: string } }

/** What an allocation asks in all, by unit: limits count the whole, so that no line slips under. */
export const totalsOf = (lines: readonly Asked[]): Totals => {
  const total = (unit: string) =>
    lines
      .filter((line) => line.envelope.unit === unit)
      .reduce((sum, line) => sum.plus(line.asked), new Prisma.Decimal(0))
  return { money: total('CAD'), days: total('staffDay'), items: total('item') }
}

/** Whether a person's delegated limits cover an allocation. An executive has none; a manager without limits has no power, over items neither. */
export const withinLimit = (actor: Pick<Actor, 'roles' | 'limitMoney' | 'limitDays'>, totals: Totals) => {
  if (actor.roles.includes('executive')) return true
  const hasPower = actor.limitMoney !== null && actor.limitDays !== null
  return hasPower && totals.money.lte(actor.limitMoney ?? 0) && totals.days.lte(actor.limitDays ?? 0)
}

/** The lowest role of which, among these people, someone's limit covers the allocation: whom the step is addressed to. */
export const lowestRole = (people: readonly Actor[], totals: Totals) =>
  people.some((one) => !one.roles.includes('executive') && withinLimit(one, totals)) ? 'manager' : 'executive'
