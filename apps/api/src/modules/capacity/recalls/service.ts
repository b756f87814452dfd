import type { recalls } from '@entente/shared/capacity/recalls/contract'
import type { CallOf } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { lock } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { invalidField, ProblemError } from '../../../platform/rules/problems.ts'
import { recallsFor } from './queries.ts'

/** Decides of one mission or booking that an election called by surprise touches: called back, or kept. Once. */
export const decideRecall = (call: CallOf<typeof recalls.decide>) =>
  command(call, async (tx) => {
    const { id: electionId } = call.params
    const { activityId = null, bookingId = null, outcome, reason } = call.body
    await lock(tx, 'elections', electionId)
    const find = async () =>
      (await recallsFor(tx, call.actor)).find(
        (item) => item.election.id === electionId && item.activityId === activityId && item.bookingId === bookingId,
      )
    const before = await find()
    if (before === undefined) {
      throw invalidField(bookingId === null ? '/activityId' : '/bookingId', {
        fr: 'Aucun rappel n’est à décider ici pour cette élection.',
        en: 'There is no recall to decide here for this election.',
      })
    }
    if (before.decision !== null) throw new ProblemError('already-decided')
    const data = { electionId, activityId, bookingId, outcome, reason, byId: call.actor.id, at: tx.now }
    const row = await tx.db.recallDecision.create({ data: { ...data, id: newId() } })
    const answer = await find()
    if (answer === undefined) throw new Error('A recall that was decided is read again')
    const programId = answer.program?.id ?? null
    return { answer, record: { action: `recall.${outcome}`, resource: 'recall', id: row.id, programId, after: answer } }
  })
