import type { Analysis } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const analysisPolicy = {
  read: internal,
  write: open('coordinator', 'analyst'),
  review: {
    roles: ['analyst', 'executive'],
    person: (actor, analysis) => !analysis.writerIds.includes(actor.id),
    otherwise: {
      fr: 'Vous avez écrit dans cette analyse : une autre personne doit la réviser.',
      en: 'You wrote in this analysis: someone else must review it.',
    },
  },
} satisfies Record<string, Rule<Analysis>>
