import type { Tx } from '../../platform/database/client.ts'

/** How many missions of each of these programs are on its board and not done. */
export const openMissions = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.db.activity.groupBy({
    by: ['programId'],
    where: { programId: { in: [...ids] }, type: 'mission', archivedAt: null, column: { done: false } },
    _count: true,
  })
  return new Map(rows.map((row) => [row.programId, row._count]))
}
