import type { ReplyOf } from '@entente/shared/kernel/endpoint'
import type { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import type { CallOf } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { lockEnvelopes } from './ceiling-service.ts'
import { amountIn } from './presenter.ts'
import { ceilingRecord } from './queries.ts'
import { proposeMove } from './transfer-service.ts'
import { leftOf, nextOf, proposedOut } from './year-end-queries.ts'

type CarryOver = CallOf<typeof yearEnds.propose>['body']['carryOvers'][number]

/** Locks the envelopes that give, and those of the next year that may receive. */
const lockedFor = async (tx: Tx, ids: readonly string[]) => {
  const giving = await tx.db.envelope.findMany({ where: { id: { in: [...ids] } }, select: { fiscalYear: true } })
  const years = giving.map(({ fiscalYear }) => fiscalYear + 1)
  const next = await tx.db.envelope.findMany({ where: { fiscalYear: { in: years } }, select: { id: true } })
  return lockEnvelopes(tx, [...ids, ...next.map(({ id }) => id)])
}

const pairOf = (envelopes: readonly Envelope[], { fromEnvelopeId }: CarryOver, pointer: string) => {
  const from = envelopes.find(({ id }) => id === fromEnvelopeId)
  const to = from && nextOf(from, envelopes)
  if (from !== undefined && to !== undefined) return { from, to }
  throw invalidField(`${pointer}/fromEnvelopeId`, {
    fr: 'Ouvrez d’abord la même enveloppe pour l’exercice suivant.',
    en: 'First open the same envelope for the next fiscal year.',
  })
}

const requireLeft = (from: Envelope, amount: string, left: Prisma.Decimal, pointer: string) => {
  if (new Prisma.Decimal(amount).lte(left)) return
  const most = amountIn(from.unit, left)
  throw invalidField(`${pointer}/amount`, {
    fr: `Au plus ce qui reste : ${most}.`,
    en: `At most what is left: ${most}.`,
  })
}

/**
 * Proposes the carry-overs of a year that has ended, all of them or none. Nothing moves until someone else confirms
 * each. No more is proposed than what is left: what is spent, committed, reserved or already proposed stays.
 */
export const proposeYearEnd = (call: CallOf<typeof yearEnds.propose>) =>
  command(call, async (tx) => {
    const { carryOvers, reason } = call.body
    const ids = carryOvers.map(({ fromEnvelopeId }) => fromEnvelopeId)
    const envelopes = await lockedFor(tx, ids)
    const proposed = await proposedOut(tx, ids)
    const items: ReplyOf<typeof yearEnds.propose>['items'] = []
    for (const [index, carryOver] of carryOvers.entries()) {
      const { amount } = carryOver
      const pointer = `/carryOvers/${index}`
      const { from, to } = pairOf(envelopes, carryOver, pointer)
      requireLeft(from, amount, leftOf(from, proposed(from.id)), pointer)
      const id = await proposeMove(tx, call.actor, { from, to, amount, reason }, pointer)
      items.push(await ceilingRecord.present(tx, call.actor, await ceilingRecord.find(tx, id)))
    }
    const [first] = items
    if (first === undefined) throw new Error('A year end without carry-overs')
    const record = {
      action: 'ceiling.yearEnd',
      resource: ceilingRecord.resource,
      id: first.id,
      programId: null,
      version: first.version,
      after: { items },
    }
    return { answer: { items }, record }
  })
