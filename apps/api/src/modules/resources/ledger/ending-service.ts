import { fiscalYearDays } from '@entente/shared/calendar/rules'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { lockEnvelopes } from '../envelopes/ceiling-service.ts'
import { amountIn } from '../envelopes/presenter.ts'
import { postOn } from '../requests/standing-service.ts'

/** Today, or the nearest day of a fiscal year that has ended or not begun: an entry is of the year of its envelope. */
const dayIn = (fiscalYear: number, today: string) => {
  const { from, to } = fiscalYearDays(fiscalYear)
  if (today < from) return from
  return today > to ? to : today
}

/**
 * What is reserved for a program that ends goes back to its envelopes. What is committed is owed to others: it stays, and
 * is told of, as still to settle.
 */
export const releaseReservations = async (tx: Tx, actor: Actor, programId: string) => {
  const where = { allocation: { programId }, OR: [{ reserved: { gt: 0 } }, { committed: { gt: 0 } }] }
  const held = await tx.db.allocationLine.findMany({ where, include: { envelope: true }, orderBy: { id: 'asc' } })
  await lockEnvelopes(
    tx,
    held.map((line) => line.envelopeId),
  )
  const reserved = held.filter((line) => line.reserved.gt(0))
  for (const line of reserved) {
    const on = dayIn(line.envelope.fiscalYear, tx.today)
    const entry = { kind: 'release' as const, amount: line.reserved, on, programId, releasedFrom: 'reserved' as const }
    await postOn(tx, actor, line, { from: 'reserved', to: null }, entry)
  }
  const toSettle = held
    .filter((line) => line.committed.gt(0))
    .map(({ id, description, committed, envelope: { unit } }) => ({
      lineId: id,
      description,
      unit,
      amount: amountIn(unit, committed),
    }))
  return { released: reserved.length, toSettle }
}
