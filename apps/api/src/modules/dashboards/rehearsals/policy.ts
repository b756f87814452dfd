import type { Scenario } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Rule } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

/** Everyone inside may ask what would become of the plan; nothing changes by it. */
export const rehearsalPolicy = { read: internal } satisfies Record<string, Rule>

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
