import type { participation } from '@entente/shared/participation/contract'
import { type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { organizationSpeaking } from '../partnerships/service.ts'
import { lockedProgram, requireOpen } from '../programs/dossier-service.ts'
import { objectionPolicy } from './policy.ts'
import { objectionFor } from './queries.ts'
import { requireProof } from './service.ts'

/** Objects for one's organization, or records its objection with its document. It blocks until answered (P5-G5). */
export const raiseObjection = (call: CallOf<typeof participation.object>) =>
  command(call, async (tx) => {
    const { content, documentId, organizationId: wanted } = call.body
    const program = await lockedProgram(tx, call.params.id)
    requireOpen(program)
    const { organizationId, origin } = await organizationSpeaking(tx, call.actor, program.id, wanted)
    requireProof(origin, documentId)
    await attach(tx, call.actor, program.id, documentId, '/documentId')
    const row = await tx.db.objection.create({
      data: {
        id: newId(),
        programId: program.id,
        organizationId,
        content,
        origin,
        documentId,
        raisedById: call.actor.id,
        raisedAt: tx.now,
      },
    })
    const answer = await objectionFor(tx, call, row.id)
    const record = {
      action: 'participation.object',
      resource: 'objection',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

/** Answers an objection in writing, once, by someone who did not raise it. Answered is not accepted. */
export const answerObjection = (call: CallOf<typeof participation.answer>) =>
  command(call, async (tx) => {
    const { id } = call.params
    await lock(tx, 'objections', id)
    const before = await tx.db.objection.findUniqueOrThrow({ where: { id } })
    expectVersion(call, await objectionFor(tx, call, id))
    authorize(objectionPolicy.answer, call.actor, before)
    if (before.answeredAt !== null) {
      throw wrongState('Cette objection a déjà une réponse.', 'This objection already has an answer.')
    }
    const row = await tx.db.objection.update({
      where: { id },
      data: {
        answer: call.body.answer,
        answeredById: call.actor.id,
        answeredAt: tx.now,
        version: { increment: 1 },
      },
    })
    const answer = await objectionFor(tx, call, id)
    const record = {
      action: 'participation.answer',
      resource: 'objection',
      id,
      programId: row.programId,
      version: row.version,
      before: { answer: null },
      after: answer,
    }
    return { answer, record }
  })
