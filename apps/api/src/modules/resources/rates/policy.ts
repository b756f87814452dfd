import type { ExchangeRate } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

type Recorded = Pick<ExchangeRate, 'recordedById'>

/** Rates are recorded by those who answer for money, and confirmed by another of them; what was converted never follows. */
export const ratePolicy = {
  read: internal,
  record: open('manager', 'executive', 'admin'),
  confirm: {
    roles: ['manager', 'executive', 'admin'],
    person: (actor, rate) => actor.id !== rate.recordedById,
    otherwise: {
      fr: 'Vous avez inscrit ce taux : une autre personne doit le confirmer.',
      en: 'You recorded this rate: someone else must confirm it.',
    },
  },
} satisfies Record<string, Rule<Recorded>>

/** Rates are internal: every colleague sees them, no partner does. */
export const rateVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.exchangeRate.count({ where: { id } })) > 0
