import type { Program } from '../../generated/prisma/client.ts'
import type { Policy } from '../../platform/rules/policy.ts'
import { notSuspended, whileOpen } from '../programs/policy.ts'
import { internal, open } from '../users/policy.ts'

/** What this slice lets people do to a program. */
export const programLifecyclePolicy = {
  /** Which of them may make which move is the lifecycle's own table (`moversOf`). */
  move: {
    ...open('coordinator', 'executive'),
    while: [notSuspended, { ...whileOpen, problem: 'no-such-transition' }],
  },
  suspend: {
    ...open('coordinator', 'executive'),
    while: [whileOpen, { holds: notSuspended.holds, otherwise: { fr: 'Déjà suspendu.', en: 'Already suspended.' } }],
  },
  resume: {
    ...open('executive'),
    while: [
      {
        holds: ({ suspendedCause }) => suspendedCause !== null,
        otherwise: { fr: 'Ce programme n’est pas suspendu.', en: 'This program is not suspended.' },
      },
    ],
  },
} satisfies Policy<Program>

export const readsGates = internal
