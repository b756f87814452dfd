import type { Prisma } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { rankIn } from './rank-service.ts'

type Row = Prisma.ActivityUncheckedCreateInput
type NewCard = Omit<Row, 'id' | 'rank' | 'columnSince' | 'createdById' | 'createdAt'>

/** Puts a new card at the end of its column, and answers its id. The board must be locked. */
export const addCard = async (tx: Tx, actor: { id: string }, card: NewCard) => {
  const id = newId()
  const rank = await rankIn(tx, card.columnId, {}, null)
  const created = { columnSince: tx.now, createdById: actor.id, createdAt: tx.now }
  await tx.db.activity.create({ data: { ...card, ...created, id, rank } })
  return id
}
