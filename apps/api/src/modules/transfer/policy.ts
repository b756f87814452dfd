import type { Program } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const transferPolicy = {
  read: internal,
  write: open('coordinator', 'analyst'),
  verify: open('coordinator', 'analyst', 'executive'),
} satisfies Record<string, Rule>

/** An evaluation comes from outside the delivery: never from who coordinates the program, or once did. */
export const evaluationPolicy = {
  file: {
    roles: ['coordinator', 'analyst', 'manager', 'executive'],
    person: (actor, program) => ![program.coordinatorId, ...program.formerCoordinatorIds].includes(actor.id),
    otherwise: {
      fr: 'Vous coordonnez ce programme : une autre personne doit l’évaluer.',
      en: 'You coordinate or once coordinated this program: someone else must evaluate it.',
    },
  },
} satisfies Record<string, Rule<Program>>
