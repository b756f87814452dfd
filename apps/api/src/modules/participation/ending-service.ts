import type { Tx } from '../../platform/database/client.ts'

/** Nobody is asked any more about a program that ends; gives how many questions had no answer. */
export const closeConsultations = async (tx: Tx, programId: string) => {
  const { count } = await tx.db.consultation.updateMany({
    where: { programId, answeredAt: null, closedAt: null },
    data: { closedAt: tx.now, version: { increment: 1 } },
  })
  return count
}
