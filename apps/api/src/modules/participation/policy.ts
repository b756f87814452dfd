import type { Objection } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { anyone, open } from '../users/policy.ts'

export const participationPolicy = {
  read: anyone,
  consult: open('coordinator'),
  opine: open('coordinator', 'partner'),
  object: open('coordinator', 'partner'),
} satisfies Record<string, Rule>

export const objectionPolicy = {
  answer: {
    roles: ['coordinator', 'executive'],
    person: (actor, objection) => actor.id !== objection.raisedById,
    otherwise: {
      fr: 'Vous avez soulevé ou consigné cette objection : une autre personne doit y répondre.',
      en: 'You raised or recorded this objection: someone else must answer it.',
    },
  },
} satisfies Record<string, Rule<Objection>>
