import { participation } from '@entente/shared/participation/contract'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { attachOwnProof } from '../documents/proof-service.ts'
import { organizationSpeaking } from '../partnerships/service.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { programParticipationPolicy } from './policy.ts'
import { objectionRecord } from './queries.ts'
import { requireProof } from './service.ts'

/** Objects for one's organization, or records its objection with its document. It blocks until answered (P5-G5). */
export const raiseObjection = adding(
  participation.object,
  objectionRecord,
  { action: 'raise', rule: programParticipationPolicy.object, ...toProgram },
  async ({ tx, actor, body: { content, documentId, organizationId: wanted }, parent: program }) => {
    const { organizationId, origin } = await organizationSpeaking(tx, actor, program.id, wanted)
    requireProof(origin, documentId)
    await attachOwnProof(tx, actor, { programId: program.id, organizationId, documentId }, ['opinion', '/documentId'])
    const id = newId()
    const raised = { raisedById: actor.id, raisedAt: tx.now }
    await tx.db.objection.create({
      data: { ...raised, id, programId: program.id, organizationId, content, origin, documentId },
    })
    return id
  },
)

/** Answers an objection in writing, once, by someone who did not raise it. Answered is not accepted. */
export const answerObjection = changing(
  participation.answer,
  objectionRecord,
  'answer',
  async ({ tx, actor, body: { answer }, id }) => {
    const answered = { answeredById: actor.id, answeredAt: tx.now }
    await tx.db.objection.update({ where: { id }, data: { ...answered, answer, version: { increment: 1 } } })
  },
)
