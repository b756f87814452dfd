import type { z } from 'zod'
import type { rehearsals, scenario } from '@entente/shared/dashboards/rehearsals/contract'
import type { Scenario } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDay } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, allows, hasRole } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'
import { scenarioPolicy } from './policy.ts'

const present = (row: Scenario, people: People, actor: Actor): z.input<typeof scenario> => ({
  id: row.id,
  name: row.name,
  pollingOn: asDay(row.pollingOn),
  note: row.note,
  owner: personOf(people, row.ownerId),
  createdAt: row.createdAt.toISOString(),
  version: row.version,
  can: allows(scenarioPolicy.delete, actor, row) ? ['delete'] : [],
})

/** Rehearsals that were kept, the latest first. */
export const listScenarios = async (call: CallOf<typeof rehearsals.scenarios>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.scenario.findMany({ orderBy: { id: 'desc' }, take: 100 })
  const people = await namesOf(
    tx,
    rows.map((row) => row.ownerId),
  )
  const can = hasRole(call.actor, scenarioPolicy.keep.roles) ? (['create'] as const) : []
  return { items: rows.map((row) => present(row, people, call.actor)), can: [...can] }
}

/** One scenario as this person sees it; used after every change. */
export const scenarioFor = async (tx: Tx, actor: Actor, row: Scenario) =>
  present(row, await namesOf(tx, [row.ownerId]), actor)
