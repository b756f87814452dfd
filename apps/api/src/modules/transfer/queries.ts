import type { transfer } from '@entente/shared/transfer/contract'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Evaluation, Lesson } from '../../generated/prisma/client.ts'
import { type Added, recorded } from '../../platform/records/changing.ts'
import { allowedOn } from '../../platform/rules/policy.ts'
import { visibleThrough } from '../programs/policy.ts'
import { namesOf } from '../users/queries.ts'
import { objectivePolicy, programTransferPolicy } from './policy.ts'
import { type ObjectiveRow, presentEvaluation, presentLesson, presentObjective, withProgram } from './presenter.ts'

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
  return {
    objectives: objectives.map((row) => presentObjective(row, people, actor)),
    lessons: lessons.map((row) => presentLesson(row, people)),
    evaluation: evaluation === null ? null : presentEvaluation(evaluation, people),
    ...allowedOn(programTransferPolicy, { ...program, evaluation }, actor),
  }
}

/** An objective of transfer, for the commands that change one. */
export const objectiveRecord = recorded<ObjectiveRow>()({
  resource: 'transfer',
  noun: 'transferObjective',
  table: 'transfer_objectives',
  policy: objectivePolicy,
  visible: objectiveVisible,
  find: (tx, id) => tx.db.transferObjective.findUniqueOrThrow({ where: { id }, include: withProgram }),
  present: async (tx, actor, row) => presentObjective(row, await namesOf(tx, [row.verifiedById]), actor),
  programOf: ({ programId }) => programId,
})

/** A lesson, for the command that adds one. */
export const lessonRecord = {
  resource: 'transfer',
  noun: 'lesson',
  find: (tx, id) => tx.db.lesson.findUniqueOrThrow({ where: { id } }),
  present: async (tx, _actor, row) => presentLesson(row, await namesOf(tx, [row.writtenById])),
  programOf: ({ programId }) => programId,
} satisfies Added<Lesson, ReturnType<typeof presentLesson>>

/** The evaluation of a program, for the command that files it. */
export const evaluationRecord = {
  resource: 'transfer',
  noun: 'evaluation',
  find: (tx, id) => tx.db.evaluation.findUniqueOrThrow({ where: { id } }),
  present: async (tx, _actor, row) => presentEvaluation(row, await namesOf(tx, [row.filedById])),
  programOf: ({ programId }) => programId,
} satisfies Added<Evaluation, ReturnType<typeof presentEvaluation>>
