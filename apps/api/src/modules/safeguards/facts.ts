import type { SafeguardFacts } from '@entente/shared/safeguards/gates'
import { isAgreed } from '@entente/shared/safeguards/workflow'
import type { Tx } from '../../platform/database/client.ts'

/** What the third principle's gates read, for each of these programs. */
export const safeguardFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SafeguardFacts>> => {
  const rows = await tx.db.termsOfReference.findMany({
    where: { programId: { in: [...ids] } },
    select: { id: true, programId: true, title: true, state: true },
    orderBy: { proposedAt: 'asc' },
  })
  const byProgram = Map.groupBy(rows, (row) => row.programId)
  return new Map(
    ids.map((id) => [
      id,
      {
        terms: (byProgram.get(id) ?? []).map((row) => ({
          id: row.id,
          title: row.title,
          agreed: isAgreed(row),
        })),
      },
    ]),
  )
}
