import type { Scenario } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

export const dashboardPolicy = {
  portfolio: internal,
  resources: internal,
  rehearsal: internal,
  partner: open('partner'),
} satisfies Record<string, Rule>

const planners = open('coordinator', 'analyst', 'manager', 'executive')

export const scenarioPolicy = {
  read: internal,
  keep: planners,
  delete: {
    ...planners,
    person: (actor, scenario) => actor.id === scenario.ownerId,
    otherwise: {
      fr: 'Ce scénario appartient à une autre personne.',
      en: 'This scenario belongs to someone else.',
    },
  },
} satisfies Record<string, Rule<Scenario>>

export const scenarioVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.scenario.count({ where: { id } })) > 0
