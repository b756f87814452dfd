import type { TransferFacts } from '@entente/shared/transfer/gates'
import type { Tx } from '../../platform/database/client.ts'

/** What the fourth principle's gates read, for each of these programs. */
export const transferFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, TransferFacts>> => {
  const where = { programId: { in: [...ids] } }
  const [objectives, lessons, evaluations] = [
    await tx.db.transferObjective.findMany({
      where,
      select: { id: true, programId: true, competence: true, verifiedLevel: true },
      orderBy: { createdAt: 'asc' },
    }),
    await tx.db.lesson.groupBy({ by: ['programId'], where, _count: true }),
    await tx.db.evaluation.findMany({ where, select: { programId: true } }),
  ]
  const byProgram = Map.groupBy(objectives, (row) => row.programId)
  const learned = new Map(lessons.map((row) => [row.programId, row._count]))
  const evaluated = new Set(evaluations.map((row) => row.programId))
  return new Map(
    ids.map((id) => [
      id,
      {
        objectives: (byProgram.get(id) ?? []).map((row) => ({
          id: row.id,
          competence: row.competence,
          verifiedLevel: row.verifiedLevel,
        })),
        lessons: learned.get(id) ?? 0,
        evaluationFiled: evaluated.has(id),
      },
    ]),
  )
}
