import type { ContextEvent, Program } from '../../generated/prisma/client.ts'
import { except, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, whileOpen } from '../programs/policy.ts'
import { internal, open } from '../users/policy.ts'

export const readsContext = internal

/** Anyone of the house may say that the context changed; an executive who did not, says that it was dealt with. */
export const programContextPolicy = {
  raise: { ...open('coordinator', 'analyst', 'manager', 'executive'), while: [whileOpen] },
} satisfies Policy<Program>

export const contextPolicy = {
  clear: {
    ...open('executive'),
    person: except(({ raisedById }, { id }) => raisedById === id, {
      fr: 'Vous avez consigné cet événement : une autre personne dit comment il est réglé.',
      en: 'You recorded this event: someone else says how it was dealt with.',
    }),
    while: [
      inOpenProgram,
      {
        holds: ({ clearedAt }) => clearedAt === null,
        otherwise: { fr: 'Cet événement est déjà réglé.', en: 'This event was dealt with already.' },
      },
    ],
  },
} satisfies Policy<ContextEvent & { program: Program }>
