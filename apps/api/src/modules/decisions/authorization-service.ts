import { decisions } from '@entente/shared/decisions/contract'
import { authorizationWorkflow } from '@entente/shared/decisions/workflow'
import type { Authorization } from '../../generated/prisma/client.ts'
import { asDate, asDay } from '../../platform/database/clock.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing, toRegister } from '../../platform/records/changing.ts'
import { invalidField, ProblemError } from '../../platform/rules/problems.ts'
import { attachProof } from '../documents/proof-service.ts'
import { authorizationRecord, programsCovered } from './authorization-queries.ts'
import { authorizationsPolicy } from './policy.ts'

/**
 * Puts the Government's authorization to act abroad on file, once per number (Election Act, s. 485; P7-G1). It counts
 * once another person confirmed it.
 */
export const recordAuthorization = adding(
  decisions.authorize,
  authorizationRecord,
  { action: 'record', rule: authorizationsPolicy.record, alsoConcerns: programsCovered, ...toRegister },
  async ({ tx, actor, body }) => {
    await attachProof(tx, actor, null, body.documentId, ['authorization', '/documentId'])
    const recorded = { state: authorizationWorkflow.initial, recordedById: actor.id, recordedAt: tx.now }
    const [row] = await tx.db.authorization.createManyAndReturn({
      data: { ...body, ...recorded, id: newId(), startsOn: asDate(body.startsOn), endsOn: asDate(body.endsOn) },
      skipDuplicates: true,
    })
    if (row === undefined) {
      throw new ProblemError('conflict', {
        detail: { fr: 'Ce numéro est déjà au dossier.', en: 'This number is already on file.' },
      })
    }
    return row.id
  },
)

/** Vouches for an authorization that someone else recorded: the gates that ask for one read it from then on. */
export const confirmAuthorization = changing(
  decisions.confirmAuthorization,
  authorizationRecord,
  'confirm',
  async ({ tx, actor, id }) => {
    const confirmed = { state: authorizationWorkflow.transitions.confirm.to, confirmedById: actor.id }
    await tx.db.authorization.update({
      where: { id },
      data: { ...confirmed, confirmedAt: tx.now, version: { increment: 1 } },
    })
    return { alsoConcerns: await programsCovered(tx, id) }
  },
)

const requireInPeriod = ({ startsOn, endsOn }: Authorization, on: string) => {
  const [from, to] = [asDay(startsOn), asDay(endsOn)]
  if (on >= from && on <= to) return
  throw invalidField('/on', {
    fr: `Choisissez un jour de la période de l’autorisation, du ${from} au ${to}.`,
    en: `Choose a day of the period of the authorization, ${from} to ${to}.`,
  })
}

/**
 * Records that an authorization was withdrawn, with its source: from that day on it counts no more, and what rests on it
 * in the programs it covered is to be put right.
 */
export const withdrawAuthorization = changing(
  decisions.withdrawAuthorization,
  authorizationRecord,
  'withdraw',
  async ({ tx, actor, id, before, body: { on, reason, documentId } }) => {
    requireInPeriod(before, on)
    await attachProof(tx, actor, null, documentId, ['withdrawal', '/documentId'])
    await tx.db.authorization.update({
      where: { id },
      data: {
        state: authorizationWorkflow.transitions.withdraw.to,
        withdrawnOn: asDate(on),
        withdrawnById: actor.id,
        withdrawnAt: tx.now,
        withdrawalReason: reason,
        withdrawalDocumentId: documentId,
        version: { increment: 1 },
      },
    })
    return { alsoConcerns: await programsCovered(tx, id) }
  },
)
