import { transfer } from '@entente/shared/transfer/contract'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding } from '../../platform/records/changing.ts'
import { attachProof } from '../documents/proof-service.ts'
import { lockedProgram, toProgram } from '../programs/dossier-service.ts'
import { programTransferPolicy } from './policy.ts'
import { evaluationRecord, lessonRecord } from './queries.ts'

/** Writes a lesson, from the work until the evaluation; a cancelled program teaches, too. */
export const addLesson = adding(
  transfer.addLesson,
  lessonRecord,
  { action: 'add', rule: programTransferPolicy.addLesson, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    const written = { writtenById: actor.id, writtenAt: tx.now }
    return (await tx.db.lesson.create({ data: { ...body, ...written, id: newId(), programId: program.id } })).id
  },
)

const withEvaluation = async (tx: Tx, { params }: { params: { id: string } }) => ({
  ...(await lockedProgram(tx, params.id)),
  evaluation: await tx.db.evaluation.findUnique({ where: { programId: params.id } }),
})

/** Files the one evaluation of a program, by someone who does not coordinate it. */
export const fileEvaluation = adding(
  transfer.fileEvaluation,
  evaluationRecord,
  { ...toProgram, action: 'file', rule: programTransferPolicy.fileEvaluation, parent: withEvaluation },
  async ({ tx, actor, body, parent: program }) => {
    await attachProof(tx, actor, program.id, body.documentId, ['evaluation', '/documentId'])
    const filed = { filedById: actor.id, filedAt: tx.now }
    return (await tx.db.evaluation.create({ data: { ...body, ...filed, id: newId(), programId: program.id } })).id
  },
)
