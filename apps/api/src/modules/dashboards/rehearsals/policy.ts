import type { Scenario } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, except, type Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal, open } from '../../users/policy.ts'

/** Everyone inside may ask what would become of the plan; nothing changes by it. */
export const rehearsalPolicy = { read: internal } satisfies Policy<null>

const planners = open('coordinator', 'analyst', 'manager', 'executive')

export const scenarioPolicy = {
  delete: {
    ...planners,
    person: except(({ ownerId }, { id }) => ownerId !== id, {
      fr: 'Ce scénario appartient à une autre personne.',
      en: 'This scenario belongs to someone else.',
    }),
  },
} satisfies Policy<Scenario>

/** The list of scenarios that were kept. */
export const scenariosPolicy = { read: internal, create: planners } satisfies Policy<null>

export const scenarioVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.scenario.count({ where: { id } })) > 0
