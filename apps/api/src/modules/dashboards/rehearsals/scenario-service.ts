import type { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { asDate } from '../../../platform/database/clock.ts'
import { type Change, command } from '../../../platform/records/command.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import { lock } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { conflictAt, requireNotPast } from '../../../platform/rules/problems.ts'
import { scenarioPolicy } from './policy.ts'
import { scenarioFor } from './scenario-queries.ts'

const namedOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/name', {
      fr: 'Vous avez déjà un scénario de ce nom ; choisissez-en un autre.',
      en: 'You already have a scenario of this name; choose another.',
    }),
  )

/** Keeps a supposed polling day under a name; one person has one scenario of a name. */
export const keepScenario = (call: CallOf<typeof rehearsals.keep>) =>
  namedOnce(
    command(call, async (tx) => {
      const { pollingOn, ...fields } = call.body
      requireNotPast(pollingOn, tx.today, '/pollingOn')
      const row = await tx.db.scenario.create({
        data: { ...fields, id: newId(), pollingOn: asDate(pollingOn), ownerId: call.actor.id, createdAt: tx.now },
      })
      const answer = await scenarioFor(tx, call.actor, row)
      const record = { action: 'scenario.keep', resource: 'scenario', id: row.id, programId: null, version: 1 }
      return { answer, record: { ...record, after: answer } }
    }),
  )

/** Deletes a scenario of one's own. The plan never knew it. */
export const forgetScenario = (call: CallOf<typeof rehearsals.forget>) =>
  command(call, async (tx): Promise<Change<void>> => {
    const { id } = call.params
    await lock(tx, 'scenarios', id)
    const row = await tx.db.scenario.findUniqueOrThrow({ where: { id } })
    authorize(scenarioPolicy.delete, call.actor, row)
    const before = await scenarioFor(tx, call.actor, row)
    expectVersion(call, before)
    await tx.db.scenario.delete({ where: { id } })
    const { version } = before
    return {
      answer: undefined,
      record: { action: 'scenario.forget', resource: 'scenario', id, programId: null, version, before },
    }
  })
