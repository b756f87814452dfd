import type { ParticipationFacts } from '@entente/shared/participation/gates'
import type { Tx } from '../../platform/database/client.ts'
import { silenceOn } from './presenter.ts'

/** What the fifth principle's gates read, for each of these programs. */
export const participationFacts = async (
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ParticipationFacts>> => {
  const where = { programId: { in: [...ids] } }
  const [consultations, objections] = [
    await tx.db.consultation.findMany({
      where,
      select: { programId: true, organizationId: true, openedAt: true, answeredAt: true },
    }),
    await tx.db.objection.groupBy({ by: ['programId'], where: { ...where, answeredAt: null }, _count: true }),
  ]
  const byProgram = Map.groupBy(consultations, (row) => row.programId)
  const open = new Map(objections.map((row) => [row.programId, row._count]))
  return new Map(
    ids.map((id) => [
      id,
      {
        consultations: (byProgram.get(id) ?? []).map((row) => ({
          organizationId: row.organizationId,
          answeredAt: row.answeredAt?.toISOString() ?? null,
          silenceOn: silenceOn(row),
        })),
        openObjections: open.get(id) ?? 0,
      },
    ]),
  )
}
