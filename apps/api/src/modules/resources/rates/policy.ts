import type { ExchangeRate, RateConfirmation } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, except, type Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

type Recorded = ExchangeRate & { confirmation: RateConfirmation | null }

const keepers = open('manager', 'executive', 'admin')

/** A rate that surprises serves once another person than who recorded it vouches for it. */
export const ratePolicy = {
  confirm: {
    ...keepers,
    person: except(({ recordedById }, { id }) => id === recordedById, {
      fr: 'Vous avez inscrit ce taux : une autre personne doit le confirmer.',
      en: 'You recorded this rate: someone else must confirm it.',
    }),
    while: [
      {
        holds: ({ isUnusual }) => isUnusual,
        otherwise: { fr: 'Ce taux sert déjà.', en: 'This rate is already in use.' },
      },
      {
        holds: ({ confirmation }) => confirmation === null,
        otherwise: { fr: 'Ce taux est déjà confirmé.', en: 'This rate is already confirmed.' },
        problem: 'already-decided',
      },
    ],
  },
} satisfies Policy<Recorded>

/** Rates are recorded by those who answer for money; what was converted never follows. */
export const ratesPolicy = { read: internal, record: keepers } satisfies Policy<null>

/** Rates are internal: every colleague sees them, no partner does. */
export const rateVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.exchangeRate.count({ where: { id } })) > 0
