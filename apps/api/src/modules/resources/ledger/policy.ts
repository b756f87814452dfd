import type { Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { isInternal } from '../../users/policy.ts'

export const entryVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ledgerEntry.count({ where: { id } })) > 0
