import type { allocations } from '@entente/shared/resources/requests/contract'
import type { CallOf } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { wrongState } from '../../../platform/rules/problems.ts'
import { requireOpenYears } from '../requests/standing-service.ts'
import { allocationPolicy, partakersOf } from '../requests/policy.ts'
import { forgetGrants } from '../requests/grant-service.ts'
import { done, open, requireDesign, requireWriting, setState } from '../requests/service.ts'
import { askSignatures } from './step-service.ts'

/** Asks for the approval: the signatures it needs are written now, as the rules in force say for what it asks. */
export const submitAllocation = (call: CallOf<typeof allocations.submit>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { row } = await open(tx, call)
    authorize(allocationPolicy.submit, call.actor, row)
    requireWriting(row)
    requireOpenYears(tx, row)
    await requireDesign(tx, row.programId)
    const signatures = await askSignatures(tx, row, [...partakersOf(row), call.actor.id])
    await forgetGrants(tx, id)
    await setState(tx, id, {
      state: 'submitted',
      submittedAt: tx.now,
      signatures,
      ...(!row.editorIds.includes(call.actor.id) && { editorIds: { push: call.actor.id } }),
    })
    return done(tx, call, id, 'allocation.submit', { state: row.state })
  })

/** Takes a submitted allocation back to draft; its pending steps go with it, and what earlier steps granted. */
export const withdrawAllocation = (call: CallOf<typeof allocations.withdraw>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { row } = await open(tx, call)
    authorize(allocationPolicy.withdraw, call.actor, row)
    if (row.state !== 'submitted')
      throw wrongState('Cette demande n’est pas en attente.', 'This request is not pending.')
    await tx.db.approvalStep.deleteMany({ where: { allocationId: id, state: 'pending' } })
    await forgetGrants(tx, id)
    await setState(tx, id, { state: 'draft' })
    return done(tx, call, id, 'allocation.withdraw', { state: row.state })
  })
