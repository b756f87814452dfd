import { recalls } from '@entente/shared/capacity/recalls/contract'
import type { CallOf } from '../../../platform/records/call.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { adding } from '../../../platform/records/changing.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { electionVisible } from '../../calendar/policy.ts'
import { recallPolicy } from './policy.ts'
import { recallOf, recallRecord } from './queries.ts'

type Decide = CallOf<typeof recalls.decide>

const namedBy = ({ params, body }: Pick<Decide, 'params' | 'body'>) => ({
  electionId: params.id,
  activityId: body.activityId ?? null,
  bookingId: body.bookingId ?? null,
})

/** The recall that the body names, its election locked. */
const toRecall = {
  visible: electionVisible,
  parent: async (tx: Tx, call: Decide) => {
    const named = namedBy(call)
    await lock(tx, 'elections', named.electionId)
    const recall = await recallOf(tx, call.actor, named)
    if (recall !== undefined) return recall
    throw invalidField(named.bookingId === null ? '/activityId' : '/bookingId', {
      fr: 'Aucun rappel n’est à décider ici pour cette élection.',
      en: 'There is no recall to decide here for this election.',
    })
  },
}

/** Decides of one mission or booking that an election called by surprise touches: called back, or kept. Once. */
export const decideRecall = adding(
  recalls.decide,
  recallRecord,
  { action: ({ outcome }) => outcome, rule: recallPolicy.decide, ...toRecall },
  async ({ tx, call, actor, body: { outcome, reason } }) => {
    const data = { ...namedBy(call), id: newId(), outcome, reason, byId: actor.id, at: tx.now }
    await tx.db.recallDecision.create({ data })
    return data.id
  },
)
