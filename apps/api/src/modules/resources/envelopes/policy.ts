import type { CeilingChange } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

type Proposed = Pick<CeilingChange, 'proposedById'>

/** Ceilings are moved by two people: the one who proposes never confirms. */
export const ceilingPolicy = {
  read: internal,
  open: open('executive'),
  propose: open('manager', 'executive'),
  decide: {
    roles: ['manager', 'executive'],
    person: (actor, change) => actor.id !== change.proposedById,
    otherwise: {
      fr: 'Vous avez proposé ce changement de plafond : une autre personne doit le confirmer.',
      en: 'You proposed this change of ceiling: someone else must confirm it.',
    },
  },
} satisfies Record<string, Rule<Proposed>>

/** Envelopes are internal: every colleague sees them, no partner does. */
export const envelopeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.envelope.count({ where: { id } })) > 0

/** Changes of ceilings are internal, too. */
export const changeVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ceilingChange.count({ where: { id } })) > 0
