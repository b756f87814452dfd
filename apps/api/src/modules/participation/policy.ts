import type { Consultation, Objection, Program } from '../../generated/prisma/client.ts'
import { type Condition, except, type Policy } from '../../platform/rules/policy.ts'
import { inOpenProgram, whileOpen } from '../programs/policy.ts'
import { anyone, open } from '../users/policy.ts'

const unanswered: Condition<Pick<Consultation, 'answeredAt'>> = {
  holds: ({ answeredAt }) => answeredAt === null,
  otherwise: { fr: 'L’avis est déjà donné.', en: 'The opinion is already given.' },
}

/** An organization answers by an account of its own; or a coordinator records its opinion. */
export const consultationPolicy = {
  answer: { ...open('partner'), while: [inOpenProgram, unanswered] },
  record: { ...open('coordinator'), while: [inOpenProgram, unanswered] },
} satisfies Policy<Consultation & { program: Program }>

export const objectionPolicy = {
  answer: {
    ...open('coordinator', 'executive'),
    person: except(({ raisedById }, { id }) => raisedById === id, {
      fr: 'Vous avez soulevé ou consigné cette objection : une autre personne doit y répondre.',
      en: 'You raised or recorded this objection: someone else must answer it.',
    }),
    while: [
      {
        holds: ({ answeredAt }) => answeredAt === null,
        otherwise: { fr: 'Cette objection a déjà une réponse.', en: 'This objection already has an answer.' },
      },
    ],
  },
} satisfies Policy<Objection>

export const readsParticipation = anyone

/** What this slice lets people do to a program. */
export const programParticipationPolicy = {
  consult: { ...open('coordinator'), while: [whileOpen] },
  object: { ...open('coordinator', 'partner'), while: [whileOpen] },
} satisfies Policy<Program>

/** What this slice lets partners do to a program. */
export const partnerParticipationPolicy = {
  opine: { ...open('partner'), while: [whileOpen] },
  object: programParticipationPolicy.object,
} satisfies Policy<Program>
