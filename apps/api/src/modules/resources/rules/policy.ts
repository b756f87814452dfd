import type { StepRuleSet } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

type ProposedRules = Pick<StepRuleSet, 'proposedById'>

/** Rules of approval are changed by two people, too. */
export const stepRulePolicy = {
  read: internal,
  propose: open('executive', 'admin'),
  decide: {
    roles: ['executive', 'admin'],
    person: (actor, set) => actor.id !== set.proposedById,
    otherwise: {
      fr: 'Vous avez proposé ces règles : une autre personne doit les confirmer.',
      en: 'You proposed these rules: someone else must confirm them.',
    },
  },
} satisfies Record<string, Rule<ProposedRules>>

/** Rules of approval are internal: every colleague sees them, no partner does. */
export const stepRulesVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.stepRuleSet.count({ where: { id } })) > 0
