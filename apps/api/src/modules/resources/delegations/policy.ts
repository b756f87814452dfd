import type { Delegation } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

type Given = Pick<Delegation, 'fromId'>

/** Who may decide may lend that power, and alone take it back. */
export const delegationPolicy = {
  read: internal,
  give: open('manager', 'executive'),
  revoke: {
    roles: ['manager', 'executive'],
    person: (actor, delegation) => actor.id === delegation.fromId,
    otherwise: {
      fr: 'Seule la personne qui a délégué peut y mettre fin.',
      en: 'Only the person who delegated can end it.',
    },
  },
} satisfies Record<string, Rule<Given>>

/** Delegations are internal: every colleague sees them, no partner does. */
export const delegationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.delegation.count({ where: { id } })) > 0
