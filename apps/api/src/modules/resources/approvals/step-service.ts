import { beyondSigners, signaturesFor, type Weighed } from '@entente/shared/resources/rules/rules'
import { stepWorkflow } from '@entente/shared/resources/requests/workflow'
import { counted } from '@entente/shared/kernel/text'
import type { StepRule } from '@entente/shared/resources/rules/contract'
import type { Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { type Actor, hasRole } from '../../../platform/rules/policy.ts'
import { wrongState } from '../../../platform/rules/problems.ts'
import { actorFrom } from '../../users/queries.ts'
import { lowestRole, type Totals, totalsOf, withinLimit } from './limits-queries.ts'
import { allocationPolicy } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { rulesInForce, seriousAmong } from '../rules/queries.ts'

/** Everyone who decides and took no part in a request. */
const signersFor = async (tx: Tx, asking: readonly string[]) => {
  const rows = await tx.db.user.findMany({
    where: { disabledAt: null, roles: { hasSome: [...allocationPolicy.decide.roles] }, id: { notIn: [...asking] } },
  })
  return rows.map(actorFrom)
}

/** Refuses what could never be approved: who asked, and who wrote in it, do not sign, and nobody signs twice. */
const requireSigners = (needed: readonly StepRule[], totals: Totals, people: readonly Actor[]) => {
  const signers = {
    executive: people.filter((one) => hasRole(one, ['executive'])).length,
    within: people.filter((one) => withinLimit(one, totals)).length,
    all: people.length,
  }
  const each = needed.map(({ role }) => ({ role, quorum: 1 }))
  const beyond = beyondSigners(each, signers)
  if (beyond === null) return
  const { fr, en } = needed[beyond.index]?.name ?? { fr: '', en: null }
  const able = counted(beyond.people, ['personne peut', 'personnes peuvent'], ['person', 'people'])
  throw wrongState(
    `« ${fr} » ne pourrait pas être signée : il y faut ${beyond.asked} signatures différentes, et ${able.fr} les donner sans avoir pris part à la demande. Faites-la rédiger par une autre personne, faites ouvrir un compte, ou faites changer les règles d’approbation.`,
    `“${en ?? fr}” could not be signed: ${beyond.asked} different signatures are needed, and ${able.en} who took no part in the request can give them. Let someone else write it, have an account opened, or have the rules of approval changed.`,
  )
}

/**
 * Writes the signatures a submission needs, as the rules in force say for what it asks in all; gives their number.
 * The round is a new one: what was signed before does not count. A step goes to the executive where no manager who took
 * no part can sign it; what nobody could sign is refused. `asking` are all who took part.
 */
export const askSignatures = async (tx: Tx, row: AllocationRow, asking: readonly string[]) => {
  const totals = totalsOf(row.lines)
  const asked: Weighed = {
    CAD: totals.money.toFixed(2),
    staffDay: totals.days.toFixed(1),
    item: totals.items.toFixed(0),
    isSerious: row.programId !== null && (await seriousAmong(tx, [row.programId])).has(row.programId),
  }
  const needed = signaturesFor(await rulesInForce(tx), asked)
  const people = await signersFor(tx, asking)
  requireSigners(needed, totals, people)
  const lowest = lowestRole(people, totals)
  const round = 1 + Math.max(0, ...row.steps.map((step) => step.round))
  await tx.db.approvalStep.createMany({
    data: needed.map((rule, index) => ({
      id: newId(),
      allocationId: row.id,
      position: row.steps.length + index,
      rule: rule.role === 'withinLimit' ? rule.role : (rule.id ?? rule.role),
      ruleId: rule.id,
      round,
      group: rule.group,
      role: rule.role === 'withinLimit' ? lowest : rule.role,
      state: stepWorkflow.initial,
    })),
  })
  return needed.length
}
