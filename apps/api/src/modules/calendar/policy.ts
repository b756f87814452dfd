import type { Election } from '../../generated/prisma/client.ts'
import type { Tx } from '../../platform/database/client.ts'
import type { Actor, Policy } from '../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../users/policy.ts'

const keepers = open('executive', 'admin')

/** An election of the register, and whether it was held. */
export type Standing = Election & { isPast: boolean }

/** What is past stays as it was. */
export const electionPolicy = {
  edit: {
    ...keepers,
    while: [
      {
        holds: ({ isPast }) => !isPast,
        otherwise: {
          fr: 'Ce scrutin a eu lieu : il ne change plus.',
          en: 'This election was held: it no longer changes.',
        },
      },
    ],
  },
} satisfies Policy<Standing>

/** The register of our own elections is kept by the executive and by who administers; everyone inside reads it. */
export const electionsPolicy = { read: internal, create: keepers } satisfies Policy<null>

export const electionVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.election.count({ where: { id } })) > 0
