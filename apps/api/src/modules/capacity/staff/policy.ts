import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

/** Who can be put to work is known to everyone inside, and kept by those who answer for people. */
export const staffPolicy = {
  read: internal,
  keep: open('manager', 'executive'),
} satisfies Record<string, Rule>

/** People on the list are there for everyone inside. */
export const staffVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.staffMember.count({ where: { id } })) > 0
