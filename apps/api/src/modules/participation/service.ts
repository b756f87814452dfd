import { participation } from '@entente/shared/participation/contract'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { invalidField, wrongState } from '../../platform/rules/problems.ts'
import { attachOwnProof } from '../documents/proof-service.ts'
import { type Voice, voiceOf } from '../partnerships/policy.ts'
import { requireMember } from '../partnerships/service.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programParticipationPolicy } from './policy.ts'
import { consultationRecord, isBeingAsked } from './queries.ts'

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
export const consult = adding(
  participation.consult,
  consultationRecord,
  { action: 'open', rule: programParticipationPolicy.consult, ...toProgram },
  async ({ tx, actor, body: { organizationId, question }, parent: program }) => {
    await requireMember(tx, program.id, organizationId)
    if (await isBeingAsked(tx, program.id, organizationId)) {
      throw wrongState(
        'Cette organisation a déjà une consultation ouverte.',
        'This organization already has an open consultation.',
      )
    }
    const id = newId()
    const opened = { openedById: actor.id, openedAt: tx.now }
    await tx.db.consultation.create({ data: { ...opened, id, programId: program.id, organizationId, question } })
    return id
  },
)

/** Gives the opinion of one's organization, or records it with its document: once, even after a silence. */
export const giveOpinion = changing(
  participation.opine,
  consultationRecord,
  {
    among: ['answer', 'record'],
    by: (_body, actor) => (voiceOf(actor, actor.organizationId) === 'account' ? 'answer' : 'record'),
  },
  async ({ tx, actor, body: { stance, opinion, documentId }, id, before }) => {
    const origin = voiceOf(actor, before.organizationId) ?? 'recorded'
    requireProof(origin, documentId)
    await attachOwnProof(
      tx,
      actor,
      { programId: before.programId, organizationId: before.organizationId, documentId },
      ['opinion', '/documentId'],
    )
    const answered = { answeredById: actor.id, answeredAt: tx.now }
    await tx.db.consultation.update({
      where: { id },
      data: { ...answered, stance, opinion, documentId, origin, version: { increment: 1 } },
    })
  },
)
