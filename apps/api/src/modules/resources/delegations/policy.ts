import type { Delegation } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, except, type Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

const deciders = open('manager', 'executive')

/** Who lent the power to decide alone takes it back. */
export const delegationPolicy = {
  revoke: {
    ...deciders,
    person: except(({ fromId }, { id }) => id !== fromId, {
      fr: 'Seule la personne qui a délégué peut y mettre fin.',
      en: 'Only the person who delegated can end it.',
    }),
    while: [
      {
        holds: ({ revokedAt }) => revokedAt === null,
        otherwise: { fr: 'Cette délégation a déjà pris fin.', en: 'This delegation has already ended.' },
        problem: 'already-decided',
      },
    ],
  },
} satisfies Policy<Delegation>

/** Who may decide may lend that power. */
export const delegationsPolicy = { read: internal, give: deciders } satisfies Policy<null>

/** Delegations are internal: every colleague sees them, no partner does. */
export const delegationVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.delegation.count({ where: { id } })) > 0
