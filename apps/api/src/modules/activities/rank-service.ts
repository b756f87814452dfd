import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Tx } from '../../platform/database/client.ts'
import { invalidField } from '../../platform/rules/problems.ts'

export type Neighbours = { before?: string | undefined; after?: string | undefined }

/** Beyond this many characters the keys of a column are written anew. */
const longestRank = 40

/** Gives every card of a column a short key, in the order they have: first out of the way, as two never share one. */
const rebalance = async (tx: Tx, columnId: string) => {
  const cards = await tx.db.activity.findMany({ where: { columnId }, select: { id: true }, orderBy: { rank: 'asc' } })
  const ranks = generateNKeysBetween(null, null, cards.length)
  await tx.db.$executeRaw`UPDATE activities SET rank = '~' || rank WHERE column_id = ${columnId}::uuid`
  await tx.db.$executeRaw`
    UPDATE activities SET rank = fresh.rank FROM unnest(${cards.map(({ id }) => id)}::uuid[], ${ranks}::text[]) AS fresh (id, rank)
    WHERE activities.id = fresh.id`
}

/** The nearest rank of a column beyond another in one direction; without one, the last. The card that moves is not there. */
const nearest = async (tx: Tx, columnId: string, moving: string | null, beyond?: { gt: string } | { lt: string }) => {
  const found = await tx.db.activity.findFirst({
    where: { columnId, ...(moving !== null && { id: { not: moving } }), ...(beyond && { rank: beyond }) },
    select: { rank: true },
    orderBy: { rank: beyond !== undefined && 'gt' in beyond ? 'asc' : 'desc' },
  })
  return found?.rank ?? null
}

/**
 * The rank directly before or after a card, or at the end of the column. The board is locked: no twin can be made.
 * When keys have grown long (many moves into one gap), the column is written anew first.
 */
export const rankIn = async (tx: Tx, columnId: string, { before, after }: Neighbours, moving: string | null) => {
  const find = async (): Promise<string> => {
    const neighbour = before ?? after
    if (neighbour === undefined) return generateKeyBetween(await nearest(tx, columnId, moving), null)
    const found = await tx.db.activity.findFirst({ where: { id: neighbour, columnId, archivedAt: null } })
    if (found === null || found.id === moving)
      throw invalidField(before === undefined ? '/after' : '/before', {
        fr: 'Cette activité n’est plus dans la colonne ; le tableau a changé.',
        en: 'This activity is no longer in the column; the board has changed.',
      })
    const { rank } = found
    return before === undefined
      ? generateKeyBetween(rank, await nearest(tx, columnId, moving, { gt: rank }))
      : generateKeyBetween(await nearest(tx, columnId, moving, { lt: rank }), rank)
  }
  const rank = await find()
  if (rank.length <= longestRank) return rank
  await rebalance(tx, columnId)
  return find()
}
