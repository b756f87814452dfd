import { approvals } from '@entente/shared/resources/approvals/contract'
import { allocationWorkflow, isAwaited, stepWorkflow } from '@entente/shared/resources/requests/workflow'
import type { Delegation } from '../../../generated/prisma/client.ts'
import type { CallOf } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { changing } from '../../../platform/records/changing.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { approveWhole } from './approval-service.ts'
import { lockWithProgram } from '../requests/standing-service.ts'
import { lentTo } from '../delegations/queries.ts'
import { overLimitOf, powerOver } from './policy.ts'
import { askOnLines, forgetGrants, grantedLines, keepGrant, requireOwnLines } from '../requests/grant-service.ts'
import { requireRevisedByOthers } from '../requests/revision-service.ts'
import { totalsOf } from './limits-queries.ts'
import { approval } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { allocationRecord } from '../requests/queries.ts'
import { setState } from '../requests/service.ts'
import { isWithinLimit, openSteps, currentSteps, signersOf } from '../requests/step-policy.ts'

type Deciding = CallOf<typeof approvals.decide>
type Step = AllocationRow['steps'][number]

const { sign, approve } = allocationWorkflow.transitions

/** The step must await a decision, and its turn must have come. */
const requireTurn = (row: AllocationRow, step: Step) => {
  if (!isAwaited(step)) throw new ProblemError('already-decided')
  if (openSteps(row).some(({ id }) => id === step.id)) return
  throw wrongState('Une étape antérieure attend encore sa décision.', 'An earlier step still awaits its decision.')
}

/**
 * The power a decision uses, one’s own or lent. Within a limit only an approval needs it: anyone who decides may return
 * or refuse. A step of a role belongs to that role, whatever the outcome.
 */
const requirePower = async (tx: Tx, { actor, body }: Deciding, row: AllocationRow, step: Step) => {
  if (isWithinLimit(step) && body.outcome !== approve.to) return null
  const totals = totalsOf(row.lines)
  if (powerOver(actor, [], row, step, totals).reaches) return null
  const { lent } = powerOver(actor, await lentTo(tx, actor), row, step, totals)
  if (lent !== null) return lent.delegation
  throw new ProblemError('over-limit', { detail: overLimitOf(actor, step, totals) })
}

/** Carries an approval to the next step, or with the last one reserves everything. Gives the state that follows. */
const signed = async (tx: Tx, call: Deciding, row: AllocationRow, delegation: Delegation | null) => {
  authorize(approval, row, call.actor)
  const granted = grantedLines(row, call.body)
  const isLast = currentSteps(row).filter(isAwaited).length === 1
  const lender = delegation === null ? [] : [delegation.fromId]
  if (!isLast) {
    await requireRevisedByOthers(tx, row.program, granted, [call.actor.id, ...lender])
    for (const grant of granted) await keepGrant(tx, grant)
    return sign.to
  }
  await approveWhole(tx, call, row, granted, [call.actor.id, ...lender, ...signersOf(row)])
  return approve.to
}

/** Ends the round: other signatures are no longer awaited, and what was granted on the way no longer holds. */
const endRound = async (tx: Tx, { body }: Deciding, row: AllocationRow) => {
  const { outcome, stepId } = body
  const others = { allocationId: row.id, state: stepWorkflow.initial, id: { not: stepId } }
  await tx.db.approvalStep.deleteMany({ where: others })
  await forgetGrants(tx, row.id)
  if (outcome === allocationWorkflow.transitions.return.to) await askOnLines(tx, body)
  return outcome
}

/**
 * Decides a pending step: approves (all, or less), returns with a question, or refuses with a reason. The last
 * approval writes the reservations after the ceiling check; every line of the allocation passes or none does.
 */
export const decideAllocation = changing(
  approvals.decide,
  { ...allocationRecord, lock: lockWithProgram },
  'decide',
  async ({ tx, call, actor, body, id, before }) => {
    const { stepId, outcome, reason = null } = body
    const step = before.steps.find((item) => item.id === stepId)
    if (step === undefined) throw invalidField('/stepId', { fr: 'Étape inconnue.', en: 'Unknown step.' })
    requireTurn(before, step)
    requireOwnLines(before, body)
    const delegation = await requirePower(tx, call, before, step)
    const isApproval = outcome === approve.to
    const state = isApproval ? await signed(tx, call, before, delegation) : await endRound(tx, call, before)
    const decided = { decidedById: actor.id, decidedAt: tx.now, delegationId: delegation?.id ?? null, reason }
    await tx.db.approvalStep.updateMany({ where: { id: stepId }, data: { ...decided, state: outcome } })
    await setState(tx, id, { state })
    return { action: `allocation.${outcome}`, commits: state === approve.to ? 'approval' : null }
  },
)
