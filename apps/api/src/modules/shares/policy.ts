import type { Program, Share } from '../../generated/prisma/client.ts'
import type { Policy } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

/** A share, and whether it is neither revoked nor past its last day. */
export type Standing = Share & { runs: boolean }

export const sharePolicy = {
  revoke: {
    ...open('coordinator', 'executive'),
    while: [
      {
        holds: ({ revokedAt }) => revokedAt === null,
        otherwise: { fr: 'Ce partage a déjà pris fin.', en: 'This share has already ended.' },
      },
      {
        holds: ({ runs }) => runs,
        otherwise: { fr: 'Ce partage est échu.', en: 'This share has expired.' },
      },
    ],
  },
} satisfies Policy<Standing>

/** What this slice lets people do to a program: it is shown even after its end. */
export const sharesPolicy = {
  read: internal,
  grant: open('coordinator', 'executive'),
} satisfies Policy<Program>
