import type { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { type Envelope, Prisma } from '../../../generated/prisma/client.ts'
import type { Call, CallOf } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { isReversible } from './presenter.ts'
import { changeFor, changeRow } from './queries.ts'
import {
  lockEnvelopes,
  type NewChange,
  proposeChange,
  record,
  requireCovered,
  requireDigits,
} from './ceiling-service.ts'

const proposed = async (tx: Tx, call: Call, terms: NewChange) => {
  const id = await proposeChange(tx, call.actor, terms)
  return changeFor(tx, call.actor, id)
}

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

/** One proposal between two envelopes that are locked; refusals name the field below `pointer`. */
export const proposeMove = async (tx: Tx, call: Call, { from, to, amount, reason }: Move, pointer: string) => {
  const kind = kindOf(tx, from, to, pointer)
  const delta = new Prisma.Decimal(amount)
  requireDigits(to, delta, `${pointer}/amount`)
  if (delta.isZero()) throw invalidField(`${pointer}/amount`, { fr: 'Indiquez un montant.', en: 'Give an amount.' })
  requireCovered(from, delta)
  return proposed(tx, call, { envelopeId: to.id, fromEnvelopeId: from.id, kind, delta, reason })
}

/** Proposes to move part of one envelope to another. Nothing moves until someone else confirms it. */
export const proposeTransfer = (call: CallOf<typeof ceilings.transfer>) =>
  command(call, async (tx) => {
    const { fromEnvelopeId, amount, reason } = call.body
    const envelopes = await lockEnvelopes(tx, [call.params.id, fromEnvelopeId])
    const from = envelopes.find(({ id }) => id === fromEnvelopeId)
    const to = envelopes.find(({ id }) => id === call.params.id)
    if (from === undefined || to === undefined) {
      throw invalidField('/fromEnvelopeId', { fr: 'Enveloppe introuvable.', en: 'Envelope not found.' })
    }
    const answer = await proposeMove(tx, call, { from, to, amount, reason }, '')
    return record(`ceiling.${answer.kind}`, answer)
  })

/** Proposes to take back a transfer or carry-over, whole. Someone else confirms that, too. */
export const proposeReversal = (call: CallOf<typeof ceilings.reverse>) =>
  command(call, async (tx) => {
    const { id } = call.params
    await lock(tx, 'ceiling_changes', id)
    const row = await changeRow(tx, id)
    if (row.kind === 'change' || row.state !== 'confirmed' || row.fromEnvelopeId === null || row.reversesId !== null) {
      throw wrongState(
        'Seul un virement ou un report confirmé peut être annulé.',
        'Only a confirmed transfer or carry-over can be taken back.',
      )
    }
    if (!isReversible(row)) throw new ProblemError('already-decided')
    const envelopes = await lockEnvelopes(tx, [row.envelopeId, row.fromEnvelopeId])
    for (const envelope of envelopes) if (envelope.id === row.envelopeId) requireCovered(envelope, row.delta)
    const answer = await proposed(tx, call, {
      envelopeId: row.fromEnvelopeId,
      fromEnvelopeId: row.envelopeId,
      kind: row.kind,
      delta: row.delta,
      reason: call.body.reason,
      reversesId: row.id,
    })
    return record('ceiling.reverse', answer)
  })
