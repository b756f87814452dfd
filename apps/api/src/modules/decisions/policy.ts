import { waivableGates } from '@entente/shared/decisions/rules'
import type { Waiver } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const decisionPolicy = {
  read: internal,
  decide: open('executive'),
  record: open('coordinator', 'executive'),
  proposeWaiver: open('coordinator', 'manager'),
} satisfies Record<string, Rule>

/** Any role that some gate names; which of them, the gate of the waiver says. */
export const decideAnyWaiver: Rule = { roles: [...new Set([...waivableGates.values()].flat())] }

/** Who may decide on this waiver: a role its gate names, and another person than who asked for it. */
export const decideWaiverOf = ({ gateId }: { gateId: string }): Rule<Waiver> => ({
  roles: waivableGates.get(gateId) ?? [],
  person: (actor, waiver) => actor.id !== waiver.proposedById,
  otherwise: {
    fr: 'Vous avez demandé cette dérogation : une autre personne doit en décider.',
    en: 'You asked for this waiver: someone else must decide on it.',
  },
})
