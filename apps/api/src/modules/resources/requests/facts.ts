import type { ResourceFacts } from '@entente/shared/resources/approvals/gates'
import type { Tx } from '../../../platform/database/client.ts'

/** What the seventh principle's gates read of resources when a program moves. */
export const resourceFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ResourceFacts>> => {
  const programId = { in: [...ids] }
  const byState = await tx.db.allocation.groupBy({ by: ['programId', 'state'], where: { programId }, _count: true })
  const open = await tx.db.allocationLine.findMany({
    where: { allocation: { programId }, OR: [{ reserved: { gt: 0 } }, { committed: { gt: 0 } }] },
    select: { allocation: { select: { programId: true } } },
  })
  const count = (id: string, state: string) =>
    byState.find((row) => row.programId === id && row.state === state)?._count ?? 0
  return new Map(
    ids.map((id) => [
      id,
      {
        approvedAllocations: count(id, 'approved'),
        pendingAllocations: count(id, 'submitted'),
        openLines: open.filter((line) => line.allocation.programId === id).length,
      },
    ]),
  )
}
