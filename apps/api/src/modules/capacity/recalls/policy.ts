import type { Recall } from '@entente/shared/capacity/recalls/contract'
import type { Policy } from '../../../platform/rules/policy.ts'
import { internal, open } from '../../users/policy.ts'

/** Who decides, when an election is called by surprise, whether someone comes home: once, and for good. */
export const recallPolicy = {
  decide: {
    ...open('executive'),
    while: [
      {
        holds: ({ decision }) => decision === null,
        problem: 'already-decided',
        otherwise: { fr: 'Ce rappel est déjà décidé.', en: 'This recall is already decided.' },
      },
    ],
  },
} satisfies Policy<Pick<Recall, 'decision'>>

export const readsRecalls = internal
