import type { Request } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/policy.ts'
import { internal } from '../users/policy.ts'

export const requestPolicy = {
  read: internal,
  register: { roles: ['coordinator'] },
  edit: { roles: ['coordinator'] },
  verify: {
    roles: ['coordinator', 'analyst', 'executive'],
    person: (actor, request) => actor.id !== request.registeredById && !request.correctedByIds.includes(actor.id),
    otherwise: {
      fr: 'Vous avez inscrit ou corrigé cette demande : une autre personne doit la vérifier.',
      en: 'You registered or corrected this request: someone else must verify it.',
    },
  },
} satisfies Record<string, Rule<Request>>
