import type { transfer } from '@entente/shared/transfer/contract'
import type { CallOf } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { newId } from '../../platform/database/ids.ts'
import { authorize } from '../../platform/rules/policy.ts'
import { wrongState } from '../../platform/rules/problems.ts'
import { attach } from '../documents/service.ts'
import { lockedProgram } from '../programs/dossier-service.ts'
import { namesOf } from '../users/queries.ts'
import { evaluationPolicy } from './policy.ts'
import { presentEvaluation, presentLesson } from './presenter.ts'
import { requireTimeFor } from './service.ts'

/** Writes a lesson, from the work until the evaluation; a cancelled program teaches, too. */
export const addLesson = (call: CallOf<typeof transfer.addLesson>) =>
  command(call, async (tx) => {
    const program = await lockedProgram(tx, call.params.id)
    requireTimeFor('lesson', program)
    const row = await tx.db.lesson.create({
      data: { ...call.body, id: newId(), programId: program.id, writtenById: call.actor.id, writtenAt: tx.now },
    })
    const answer = presentLesson(row, await namesOf(tx, [row.writtenById]))
    const record = {
      action: 'transfer.addLesson',
      resource: 'lesson',
      id: row.id,
      programId: program.id,
      version: row.version,
      after: answer,
    }
    return { answer, record }
  })

/** Files the one evaluation of a program, by someone who does not coordinate it. */
export const fileEvaluation = (call: CallOf<typeof transfer.fileEvaluation>) =>
  command(call, async (tx) => {
    const program = await lockedProgram(tx, call.params.id)
    authorize(evaluationPolicy.file, call.actor, program)
    requireTimeFor('evaluation', program)
    if ((await tx.db.evaluation.count({ where: { programId: program.id } })) > 0) {
      throw wrongState('L’évaluation est déjà déposée.', 'The evaluation is already filed.')
    }
    await attach(tx, call.actor, program.id, call.body.documentId, '/documentId')
    const row = await tx.db.evaluation.create({
      data: { ...call.body, id: newId(), programId: program.id, filedById: call.actor.id, filedAt: tx.now },
    })
    const answer = presentEvaluation(row, await namesOf(tx, [row.filedById]))
    const record = {
      action: 'transfer.fileEvaluation',
      resource: 'evaluation',
      id: row.id,
      programId: program.id,
      after: answer,
    }
    return { answer, record }
  })
