import type { participation } from '@entente/shared/participation/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { invalidField, ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { type Voice, voiceOf } from '../partnerships/policy.ts'
import { requireMember } from '../partnerships/service.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { withParties } from './presenter.ts'
import { consultationFor, isBeingAsked } from './queries.ts'

/** What a coordinator enters for an organization is proven by a document of it. */
export const requireProof = (origin: Voice, documentId: string | null) => {
  if (origin === 'recorded' && documentId === null) {
    throw invalidField('/documentId', {
      fr: 'Joignez le document de l’organisation.',
      en: 'Attach the organization’s document.',
    })
  }
}

/** Asks an organization of the program for its opinion; one question at a time. Silence counts after five working days. */
export const consult = (call: CallOf<typeof participation.consult>) =>
  command(call, async (tx) => {
    const { organizationId, question } = call.body
    const program = await lockedProgram(tx, call.params.id)
    requireOpen(program)
    await requireMember(tx, program.id, organizationId)
    if (await isBeingAsked(tx, program.id, organizationId)) {
      throw wrongState(
        'Cette organisation a déjà une consultation ouverte.',
        'This organization already has an open consultation.',
      )
    }
    const row = await tx.db.consultation.create({
      data: {
        id: newId(),
        programId: program.id,
        organizationId,
        question,
        openedById: call.actor.id,
        openedAt: tx.now,
      },
    })
    const answer = await consultationFor(tx, call, row.id)
    const record = {
      action: 'participation.consult',
      resource: 'consultation',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

const openConsultation = async (tx: Tx, id: string) => {
  await lock(tx, 'consultations', id)
  return tx.db.consultation.findUniqueOrThrow({ where: { id }, include: withParties })
}

/** Gives the opinion of one's organization, or records it with its document: once, even after a silence. */
export const giveOpinion = (call: CallOf<typeof participation.opine>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { stance, opinion, documentId } = call.body
    const before = await openConsultation(tx, id)
    expectVersion(call, await consultationFor(tx, call, id))
    const origin = voiceOf(call.actor, before.organizationId)
    if (origin === null) throw new ProblemError('closed-to-role')
    requireOpen(before.program)
    if (before.answeredAt !== null) throw wrongState('L’avis est déjà donné.', 'The opinion is already given.')
    requireProof(origin, documentId)
    await attach(tx, call.actor, before.programId, documentId, '/documentId')
    const row = await tx.db.consultation.update({
      where: { id },
      data: {
        stance,
        opinion,
        documentId,
        origin,
        answeredById: call.actor.id,
        answeredAt: tx.now,
        version: { increment: 1 },
      },
    })
    const answer = await consultationFor(tx, call, id)
    const record = {
      action: 'participation.opine',
      resource: 'consultation',
      id,
      programId: row.programId,
      version: row.version,
      before: { answeredAt: null },
      after: answer,
    }
    return { answer, record }
  })
