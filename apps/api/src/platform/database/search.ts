import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from './client.ts'

/**
 * Ids of the rows whose text holds every word of a search, whatever its capitals and accents. `source` selects an `id`
 * and a `text`. No character of a search means another.
 */
export const idsHolding = async (tx: Tx, source: Prisma.Sql, search: string): Promise<string[]> => {
  const words = search.split(/\s+/).filter((word) => word !== '')
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${source}) AS sought
    WHERE (SELECT bool_and(position(folded(word) IN folded(text)) > 0) FROM unnest(${words}::text[]) AS word)`
  return rows.map(({ id }) => id)
}
