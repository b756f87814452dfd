import { waiverWorkflow } from '@entente/shared/decisions/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { Tx } from '../../platform/database/client.ts'

/** Waivers asked for a program that ends are decided no more; gives how many. */
export const closeWaivers = async (tx: Tx, programId: string) => {
  const { count } = await tx.db.waiver.updateMany({
    where: { programId, ...whereOpenTo(waiverWorkflow, 'close') },
    data: { state: waiverWorkflow.transitions.close.to, version: { increment: 1 } },
  })
  return count
}
