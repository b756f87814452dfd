import type { Request } from '../../generated/prisma/client.ts'
import type { Actor, Rule } from '../../platform/rules/policy.ts'
import { internal } from '../users/policy.ts'

/** Who registered a request or ever corrected it. */
export const tookPart = (actor: Pick<Actor, 'id'>, request: Pick<Request, 'registeredById' | 'correctedByIds'>) =>
  actor.id === request.registeredById || request.correctedByIds.includes(actor.id)

export const requestPolicy = {
  read: internal,
  register: { roles: ['coordinator'] },
  edit: { roles: ['coordinator'] },
  verify: {
    roles: ['coordinator', 'analyst', 'executive'],
    person: (actor, request) => !tookPart(actor, request),
    otherwise: {
      fr: 'Vous avez inscrit ou corrigé cette demande : une autre personne doit la vérifier.',
      en: 'You registered or corrected this request: someone else must verify it.',
    },
  },
} satisfies Record<string, Rule<Request>>
