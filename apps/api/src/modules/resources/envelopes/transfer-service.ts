import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import type { CallOf } from '../../../platform/records/call.ts'
import { adding } from '../../../platform/records/changing.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { lockEnvelopes, proposeChange, requireCovered, requireDigits } from './ceiling-service.ts'
import { ceilingPolicy, changeVisible, envelopePolicy, envelopeVisible } from './policy.ts'
import { ceilingRecord } from './queries.ts'

/** Within a fiscal year a transfer, out of one that has ended a carry-over to the next; nothing else. */
const kindOf = (tx: Tx, from: Envelope, to: Envelope, pointer: string) => {
  const thisYear = fiscalYearOf(tx.today)
  if (from.unit !== to.unit || from.id === to.id) {
    throw invalidField(`${pointer}/fromEnvelopeId`, {
      fr: 'Choisissez une autre enveloppe, qui compte dans la même unité.',
      en: 'Choose another envelope that counts in the same unit.',
    })
  }
  if (from.fiscalYear === to.fiscalYear && to.fiscalYear >= thisYear) return 'transfer'
  const follows = from.fiscalYear + 1 === to.fiscalYear && from.profile === to.profile && from.holder === to.holder
  if (follows && from.fiscalYear < thisYear && to.fiscalYear >= thisYear) return 'carryOver'
  throw invalidField(`${pointer}/fromEnvelopeId`, {
    fr: 'On vire entre enveloppes d’un même exercice ouvert ; on reporte d’un exercice terminé au suivant, dans la même enveloppe.',
    en: 'One transfers between envelopes of one open fiscal year, and carries over from a year that has ended to the next, in the same envelope.',
  })
}

type Move = { from: Envelope; to: Envelope; amount: string; reason: string }

/** One proposal between two envelopes that are locked, by its id; refusals name the field below `pointer`. */
export const proposeMove = (tx: Tx, actor: Actor, { from, to, amount, reason }: Move, pointer: string) => {
  const kind = kindOf(tx, from, to, pointer)
  const delta = new Prisma.Decimal(amount)
  requireDigits(to, delta, `${pointer}/amount`)
  if (delta.isZero()) throw invalidField(`${pointer}/amount`, { fr: 'Indiquez un montant.', en: 'Give an amount.' })
  requireCovered(from, delta)
  return proposeChange(tx, actor, { envelopeId: to.id, fromEnvelopeId: from.id, kind, delta, reason })
}

/** Both envelopes of a transfer, locked. */
const lockedPair = async (tx: Tx, { params, body: { fromEnvelopeId } }: CallOf<typeof ceilings.transfer>) => {
  const envelopes = await lockEnvelopes(tx, [params.id, fromEnvelopeId])
  const from = envelopes.find(({ id }) => id === fromEnvelopeId)
  const to = envelopes.find(({ id }) => id === params.id)
  if (from !== undefined && to !== undefined) return { ...to, from }
  throw invalidField('/fromEnvelopeId', { fr: 'Enveloppe introuvable.', en: 'Envelope not found.' })
}

/** Proposes to move part of one envelope to another. Nothing moves until someone else confirms it. */
export const proposeTransfer = adding(
  ceilings.transfer,
  ceilingRecord,
  { action: (_, { kind }) => kind, rule: envelopePolicy.change, visible: envelopeVisible, parent: lockedPair },
  async ({ tx, actor, body: { amount, reason }, parent: { from, ...to } }) =>
    proposeMove(tx, actor, { from, to, amount, reason }, ''),
)

const lockedChange = async (tx: Tx, { params: { id } }: CallOf<typeof ceilings.reverse>) => {
  await lock(tx, 'ceiling_changes', id)
  return ceilingRecord.find(tx, id)
}

/** Proposes to take back a transfer or carry-over, whole. Someone else confirms that, too. */
export const proposeReversal = adding(
  ceilings.reverse,
  ceilingRecord,
  { action: 'reverse', rule: ceilingPolicy.reverse, visible: changeVisible, parent: lockedChange },
  async ({ tx, actor, body: { reason }, parent: { id, envelopeId, fromEnvelopeId, kind, delta } }) => {
    const giver = fromEnvelopeId ?? envelopeId
    const envelopes = await lockEnvelopes(tx, [envelopeId, giver])
    for (const envelope of envelopes) if (envelope.id === envelopeId) requireCovered(envelope, delta)
    const back = { envelopeId: giver, fromEnvelopeId: envelopeId, kind, delta, reason, reversesId: id }
    return proposeChange(tx, actor, back)
  },
)
