import { ruleSetWorkflow } from '@entente/shared/resources/rules/workflow'
import type { StepRuleSet } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, except, inStateFor, type Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

const keepers = open('executive', 'admin')

/** Rules of approval are changed by two people, too. */
export const ruleSetPolicy = {
  decide: {
    ...keepers,
    person: except(({ proposedById }, { id }) => id === proposedById, {
      fr: 'Vous avez proposé ces règles : une autre personne doit les confirmer.',
      en: 'You proposed these rules: someone else must confirm them.',
    }),
    while: [{ ...inStateFor(ruleSetWorkflow, 'confirm'), problem: 'already-decided' }],
  },
} satisfies Policy<StepRuleSet>

/** What is done to the rules in force as a whole. */
export const stepRulesPolicy = { read: internal, propose: keepers } satisfies Policy<null>

/** Rules of approval are internal: every colleague sees them, no partner does. */
export const stepRulesVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.stepRuleSet.count({ where: { id } })) > 0
