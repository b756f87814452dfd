import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Unit } from '../../platform/database.ts'
import { invalidField } from '../../platform/problems.ts'

export type Neighbours = { before?: string | undefined; after?: string | undefined }
type Ranked = { id: string; rank: string }

/** Beyond this many characters the keys of a column are written anew. */
const longestRank = 40

const cardsOf = (unit: Unit, columnId: string) =>
  unit.db.activity.findMany({
    where: { columnId },
    select: { id: true, rank: true, archivedAt: true },
    orderBy: { rank: 'asc' },
  })

/** Gives every card of a column a short key, in the order they have: first out of the way, as two never share one. */
const rebalance = async (unit: Unit, columnId: string) => {
  const cards = await cardsOf(unit, columnId)
  const ranks = generateNKeysBetween(null, null, cards.length)
  await unit.db.$executeRaw`UPDATE activities SET rank = '~' || rank WHERE column_id = ${columnId}::uuid`
  await unit.db.$executeRaw`
    UPDATE activities SET rank = fresh.rank FROM unnest(${cards.map(({ id }) => id)}::uuid[], ${ranks}::text[]) AS fresh (id, rank)
    WHERE activities.id = fresh.id`
}

const between = (cards: readonly Ranked[], place: number, side: 0 | 1) => {
  const ranks = [null, ...cards.map((card) => card.rank), null]
  return generateKeyBetween(ranks[place + side] ?? null, ranks[place + side + 1] ?? null)
}

/**
 * The rank directly before or after a card, or at the end of the column. The board is locked: no twin can be made.
 * When keys have grown long (many moves into one gap), the column is written anew first.
 */
export const rankIn = async (unit: Unit, columnId: string, { before, after }: Neighbours, moving: string | null) => {
  const find = async (): Promise<string> => {
    const cards = (await cardsOf(unit, columnId)).filter(({ id }) => id !== moving)
    const neighbour = before ?? after
    if (neighbour === undefined) return between(cards, cards.length, 0)
    const place = cards.findIndex((card) => card.id === neighbour && card.archivedAt === null)
    if (place >= 0) return between(cards, place, before === undefined ? 1 : 0)
    throw invalidField(before === undefined ? '/after' : '/before', {
      fr: 'Cette activité n’est plus dans la colonne ; le tableau a changé.',
      en: 'This activity is no longer in the column; the board has changed.',
    })
  }
  const rank = await find()
  if (rank.length <= longestRank) return rank
  await rebalance(unit, columnId)
  return find()
}
