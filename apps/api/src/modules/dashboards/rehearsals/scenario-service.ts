import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { asDate } from '../../../platform/database/clock.ts'
import { onlyOnce } from '../../../platform/database/errors.ts'
import { newId } from '../../../platform/database/ids.ts'
import { adding, removing, toRegister } from '../../../platform/records/changing.ts'
import { conflictAt, requireNotPast } from '../../../platform/rules/problems.ts'
import { scenariosPolicy } from './policy.ts'
import { scenarioRecord } from './scenario-queries.ts'

const namedOnce = <T>(write: Promise<T>) =>
  onlyOnce(write, () =>
    conflictAt('/name', {
      fr: 'Vous avez déjà un scénario de ce nom ; choisissez-en un autre.',
      en: 'You already have a scenario of this name; choose another.',
    }),
  )

/** Keeps a supposed polling day under a name; one person has one scenario of a name. */
export const keepScenario = adding(
  rehearsals.keep,
  scenarioRecord,
  { action: 'keep', rule: scenariosPolicy.create, ...toRegister },
  async ({ tx, actor, body: { pollingOn, ...fields } }) => {
    requireNotPast(pollingOn, tx.today, '/pollingOn')
    const data = { ...fields, id: newId(), pollingOn: asDate(pollingOn), ownerId: actor.id, createdAt: tx.now }
    await namedOnce(tx.db.scenario.create({ data }))
    return data.id
  },
)

/** Deletes a scenario of one's own. The plan never knew it. */
export const forgetScenario = removing(rehearsals.forget, scenarioRecord, 'delete', async ({ tx, id }) => {
  await tx.db.scenario.delete({ where: { id } })
  return { action: 'scenario.forget' }
})
