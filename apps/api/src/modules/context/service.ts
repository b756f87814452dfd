import { context } from '@entente/shared/context/contract'
import { contextKinds } from '@entente/shared/context/options'
import { asDate } from '../../platform/database/clock.ts'
import { newId } from '../../platform/database/ids.ts'
import { adding, changing } from '../../platform/records/changing.ts'
import { requireNotFuture } from '../../platform/rules/problems.ts'
import { toProgram } from '../programs/dossier-service.ts'
import { askReconfirmation } from '../requests/reconfirmation-service.ts'
import { programContextPolicy } from './policy.ts'
import { contextRecord } from './queries.ts'

/** Records what happened, with its source. Its effect is immediate: what it takes away holds no more (domain.md, 6.10). */
export const raiseEvent = adding(
  context.raise,
  contextRecord,
  { action: 'raise', rule: programContextPolicy.raise, ...toProgram },
  async ({ tx, actor, body, parent: program }) => {
    const { kind, happenedOn } = body
    requireNotFuture(happenedOn, tx.today, '/happenedOn')
    if (contextKinds[kind].effect === 'reconfirmation') await askReconfirmation(tx, program.id)
    const id = newId()
    const raised = { raisedById: actor.id, raisedAt: tx.now }
    await tx.db.contextEvent.create({
      data: { ...body, ...raised, id, programId: program.id, happenedOn: asDate(happenedOn) },
    })
    return id
  },
)

/** Says how an event was dealt with: by another person than who recorded it. */
export const clearEvent = changing(context.clear, contextRecord, 'clear', async ({ tx, actor, body, id }) => {
  const cleared = { clearedById: actor.id, clearedAt: tx.now, clearingReason: body.reason }
  await tx.db.contextEvent.update({ where: { id }, data: { ...cleared, version: { increment: 1 } } })
})
