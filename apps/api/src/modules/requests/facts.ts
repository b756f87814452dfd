import type { RequestFacts } from '@entente/shared/requests/gates'
import { asDay, asOptionalDay } from '../../platform/database/clock.ts'
import type { Tx } from '../../platform/database/client.ts'

/** What the first principle's gates read, for each of these programs. */
export const requestFacts = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RequestFacts>> => {
  const rows = await tx.db.request.findMany({ where: { programId: { in: [...ids] } } })
  return new Map(
    rows.map((row) => [
      row.programId,
      {
        request: {
          number: row.number,
          state: row.state,
          authorityType: row.requestingAuthority.type,
          registeredById: row.registeredById,
          verifiedById: row.verifiedById,
          letterDocumentId: row.letterDocumentId,
          receivedOn: asDay(row.receivedOn),
          eventOn: asOptionalDay(row.eventOn),
        },
      },
    ]),
  )
}
