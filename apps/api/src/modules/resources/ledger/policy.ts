import type { Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { isInternal } from '../../users/policy.ts'

/** The ledger is internal: every colleague sees it, no partner does. */
export const entryVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ledgerEntry.count({ where: { id } })) > 0
