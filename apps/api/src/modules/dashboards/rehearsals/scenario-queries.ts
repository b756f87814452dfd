import type { z } from 'zod'
import type { rehearsals, scenario } from '@entente/shared/dashboards/rehearsals/contract'
import type { Scenario } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDay } from '../../../platform/database/clock.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'
import { scenarioPolicy, scenariosPolicy, scenarioVisible } from './policy.ts'

const present = (row: Scenario, people: People, actor: Actor): z.input<typeof scenario> => ({
  id: row.id,
  name: row.name,
  pollingOn: asDay(row.pollingOn),
  note: row.note,
  owner: personOf(people, row.ownerId),
  createdAt: row.createdAt.toISOString(),
  version: row.version,
  ...allowedOn(scenarioPolicy, row, actor),
})

/** Rehearsals that were kept, the latest first. */
export const listScenarios = async (call: CallOf<typeof rehearsals.scenarios>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.scenario.findMany({ orderBy: { id: 'desc' }, take: 100 })
  const people = await namesOf(
    tx,
    rows.map((row) => row.ownerId),
  )
  return {
    items: rows.map((row) => present(row, people, call.actor)),
    ...allowedOn(scenariosPolicy, null, call.actor, ['create']),
  }
}

/** A scenario, for the commands that keep and delete one. */
export const scenarioRecord = recorded<Scenario>()({
  resource: 'dashboards/rehearsals',
  noun: 'scenario',
  table: 'scenarios',
  policy: scenarioPolicy,
  visible: scenarioVisible,
  find: (tx, id) => tx.db.scenario.findUniqueOrThrow({ where: { id } }),
  present: async (tx, actor, row) => present(row, await namesOf(tx, [row.ownerId]), actor),
  programOf: () => null,
})
