import type { approvals } from '@entente/shared/resources/approvals/contract'
import type { Delegation } from '../../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { approveWhole } from './approval-service.ts'
import { lockWithProgram, requireApprovable } from '../requests/standing-service.ts'
import { lentTo } from '../delegations/queries.ts'
import { powerOver } from './policy.ts'
import { askOnLines, forgetGrants, grantedLines, keepGrant, requireOwnLines } from '../requests/grant-service.ts'
import { totalsOf } from './limits-queries.ts'
import { allocationPolicy } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { allocationFor, allocationRow, shownTo } from '../requests/queries.ts'
import { setState } from '../requests/service.ts'
import { hasSigned, isWithinLimit, openSteps, currentSteps, signersOf } from '../requests/step-policy.ts'

type Deciding = CallOf<typeof approvals.decide>
type Step = AllocationRow['steps'][number]

/** The step must await a decision, its turn must have come, and this person must not have decided another. */
const requireTurn = (row: AllocationRow, step: Step, personId: string) => {
  if (step.state !== 'pending' || row.state !== 'submitted') throw new ProblemError('already-decided')
  if (hasSigned(row, personId)) throw new ProblemError('separation-of-duties')
  if (openSteps(row).some(({ id }) => id === step.id)) return
  throw wrongState('Une étape antérieure attend encore sa décision.', 'An earlier step still awaits its decision.')
}

/**
 * The power a decision uses, one’s own or lent. Within a limit only an approval needs it: anyone who decides may return
 * or refuse. A step of a role belongs to that role, whatever the outcome.
 */
const requirePower = async (tx: Tx, call: Deciding, row: AllocationRow, step: Step) => {
  if (isWithinLimit(step) && call.body.outcome !== 'approved') return null
  const totals = totalsOf(row.lines)
  if (powerOver(call.actor, [], row, step, totals).reaches) return null
  const { lent } = powerOver(call.actor, await lentTo(tx, call.actor), row, step, totals)
  if (lent !== null) return lent.delegation
  throw new ProblemError('over-limit', {
    detail: isWithinLimit(step)
      ? {
          fr: 'Le total dépasse votre délégation : la demande revient à une personne dont la limite suffit.',
          en: 'The total exceeds your delegation: someone with a sufficient limit decides.',
        }
      : { fr: 'Cette étape revient à la direction.', en: 'This step belongs to the executive.' },
  })
}

/** Carries an approval to the next step, or with the last one reserves everything. Gives the state that follows. */
const approve = async (tx: Tx, call: Deciding, row: AllocationRow, delegation: Delegation | null) => {
  requireApprovable(row.program)
  const granted = grantedLines(row, call.body)
  const isLast = currentSteps(row).filter(({ state }) => state === 'pending').length === 1
  if (!isLast) {
    for (const grant of granted) await keepGrant(tx, grant)
    return 'submitted'
  }
  const lender = delegation === null ? [] : [delegation.fromId]
  await approveWhole(tx, call, row, granted, [call.actor.id, ...lender, ...signersOf(row)])
  return 'approved'
}

/** Ends the round: other signatures are no longer awaited, and what was granted on the way no longer holds. */
const endRound = async (tx: Tx, call: Deciding, row: AllocationRow) => {
  const { outcome, stepId } = call.body
  await tx.db.approvalStep.deleteMany({ where: { allocationId: row.id, state: 'pending', id: { not: stepId } } })
  await forgetGrants(tx, row.id)
  if (outcome === 'returned') await askOnLines(tx, call.body)
  return outcome
}

/**
 * Decides a pending step: approves (all, or less), returns with a question, or refuses with a reason. The last
 * approval writes the reservations after the ceiling check; every line of the allocation passes or none does.
 */
export const decideAllocation = (call: Deciding) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { stepId, outcome, reason = null } = call.body
    await lockWithProgram(tx, id)
    const row = await allocationRow(tx, id)
    const shown = await shownTo(tx, call.actor, row)
    expectVersion(call, shown)
    const step = row.steps.find((item) => item.id === stepId)
    if (step === undefined) throw invalidField('/stepId', { fr: 'Étape inconnue.', en: 'Unknown step.' })
    authorize(allocationPolicy.decide, call.actor, row)
    requireTurn(row, step, call.actor.id)
    requireOwnLines(row, call.body)
    const delegation = await requirePower(tx, call, row, step)
    const state = outcome === 'approved' ? await approve(tx, call, row, delegation) : await endRound(tx, call, row)
    await tx.db.approvalStep.updateMany({
      where: { id: stepId },
      data: {
        state: outcome,
        decidedById: call.actor.id,
        decidedAt: tx.now,
        delegationId: delegation?.id ?? null,
        reason,
      },
    })
    await setState(tx, id, { state })
    const answer = await allocationFor(tx, call.actor, id)
    const record = {
      action: `allocation.${outcome}`,
      resource: 'allocation',
      id,
      programId: row.programId,
      version: answer.version,
      before: shown,
      after: answer,
    }
    return { answer, record }
  })
