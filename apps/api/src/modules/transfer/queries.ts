import type { transfer } from '@entente/shared/transfer/contract'
import { isTimeFor } from '@entente/shared/transfer/rules'
import { stage } from '@entente/shared/programs/workflow'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { type Actor, allows, openTo } from '../../platform/rules/policy.ts'
import { notFound } from '../../platform/rules/problems.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { evaluationPolicy, transferPolicy } from './policy.ts'
import { presentEvaluation, presentLesson, presentObjective, withProgram } from './presenter.ts'

export const objectiveVisible = visibleThrough((tx, id) =>
  tx.db.transferObjective.findUnique({ where: { id }, select: { programId: true } }),
)

/** What the host is to hold, what we learned, and what the evaluation says. */
export const transferOfProgram = async (call: CallOf<typeof transfer.ofProgram>) => {
  const { actor } = call
  const tx = await reading(call.server)
  const programId = call.params.id
  const [program, objectives, lessons, evaluation] = await Promise.all([
    tx.db.program.findUniqueOrThrow({ where: { id: programId } }),
    tx.db.transferObjective.findMany({ where: { programId }, include: withProgram, orderBy: { createdAt: 'asc' } }),
    tx.db.lesson.findMany({ where: { programId }, orderBy: { writtenAt: 'asc' } }),
    tx.db.evaluation.findUnique({ where: { programId } }),
  ])
  const verifiers = objectives.map((row) => row.verifiedById)
  const people = await namesOf(tx, [...verifiers, ...lessons.map((row) => row.writtenById), evaluation?.filedById])
  const at = stage.parse(program.stage)
  return {
    objectives: objectives.map((row) => presentObjective(row, people, actor)),
    lessons: lessons.map((row) => presentLesson(row, people)),
    evaluation: evaluation === null ? null : presentEvaluation(evaluation, people),
    can: openTo({
      addObjective: isTimeFor('objective', at) && allows(transferPolicy.write, actor, program),
      addLesson: isTimeFor('lesson', at) && allows(transferPolicy.write, actor, program),
      fileEvaluation:
        evaluation === null && isTimeFor('evaluation', at) && allows(evaluationPolicy.file, actor, program),
    }),
  }
}

/** One objective as this person sees it; used after every change. */
export const objectiveFor = async (tx: Tx, actor: Actor, id: string) => {
  const row = await tx.db.transferObjective.findUnique({ where: { id }, include: withProgram })
  if (row === null) throw notFound()
  return presentObjective(row, await namesOf(tx, [row.verifiedById]), actor)
}
