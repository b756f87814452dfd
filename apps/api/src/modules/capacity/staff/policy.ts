import type { StaffMember } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

const keepers = open('manager', 'executive')

/** What is done to an entry of the list; who takes whose account off it, the command asks. */
export const staffPolicy = { edit: keepers } satisfies Policy<StaffMember>

/** Who can be put to work is known to everyone inside, and kept by those who answer for people. */
export const staffListPolicy = { read: internal, create: keepers } satisfies Policy<null>

/** People on the list are there for everyone inside. */
export const staffVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.staffMember.count({ where: { id } })) > 0
