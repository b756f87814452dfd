import { allocations } from '@entente/shared/resources/requests/contract'
import { allocationWorkflow, stepWorkflow } from '@entente/shared/resources/requests/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { Tx } from '../../../platform/database/client.ts'
import { changing } from '../../../platform/records/changing.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { requireOpenYears } from '../requests/standing-service.ts'
import { partakersOf, programAllocationPolicy } from '../requests/policy.ts'
import { forgetGrants } from '../requests/grant-service.ts'
import { allocationRecord } from '../requests/queries.ts'
import { askingProgram, setState } from '../requests/service.ts'
import { askSignatures } from './step-service.ts'

const { submit, withdraw } = allocationWorkflow.transitions

/** Asks for the approval: the signatures it needs are written now, as the rules in force say for what it asks. */
export const submitAllocation = changing(
  allocations.submit,
  allocationRecord,
  'submit',
  async ({ tx, actor, id, before }) => {
    requireOpenYears(tx, before)
    authorize(programAllocationPolicy.allocate, await askingProgram(tx, before.programId), actor)
    const signatures = await askSignatures(tx, before, [...partakersOf(before), actor.id])
    await forgetGrants(tx, id)
    await setState(tx, id, {
      state: submit.to,
      submittedAt: tx.now,
      signatures,
      ...(!before.editorIds.includes(actor.id) && { editorIds: { push: actor.id } }),
    })
    return { before: { state: before.state } }
  },
)

/** Takes a submitted allocation back to draft; its pending steps go with it, and what earlier steps granted. */
export const withdrawAllocation = changing(
  allocations.withdraw,
  allocationRecord,
  'withdraw',
  async ({ tx, id, before }) => {
    await tx.db.approvalStep.deleteMany({ where: { allocationId: id, state: stepWorkflow.initial } })
    await forgetGrants(tx, id)
    await setState(tx, id, { state: withdraw.to })
    return { before: { state: before.state } }
  },
)

/** Requests for resources of a program that ends: those not yet decided are closed; gives how many. */
export const closeRequests = async (tx: Tx, programId: string) => {
  const open = await tx.db.allocation.findMany({
    where: { programId, ...whereOpenTo(allocationWorkflow, 'close') },
    select: { id: true },
  })
  for (const { id } of open) {
    await tx.db.approvalStep.deleteMany({ where: { allocationId: id, state: stepWorkflow.initial } })
    await forgetGrants(tx, id)
    await setState(tx, id, { state: allocationWorkflow.transitions.close.to })
  }
  return open.length
}
