import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { requestWorkflow } from '@entente/shared/requests/workflow'
import type { Tx } from '../../platform/database/client.ts'

/** What was asked must be confirmed again by a new letter: a valid request of the program is so no more (P1-G7). */
export const askReconfirmation = (tx: Tx, programId: string) =>
  tx.db.request.updateMany({
    where: { programId, ...whereOpenTo(requestWorkflow, 'reconfirm') },
    data: { state: requestWorkflow.transitions.reconfirm.to, version: { increment: 1 } },
  })
