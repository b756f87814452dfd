import { signaturesFor, type Weighed } from '@entente/shared/allocations/rules'
import { riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import type { Unit } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { analysisFacts } from '../analyses/facts.ts'
import { roleFor, totalsOf } from './limits-queries.ts'
import type { AllocationRow } from './presenter.ts'
import { rulesInForce } from './step-rule-queries.ts'

/** Whether the analysis in force of its program names a serious risk. */
const isSerious = async (unit: Unit, programId: string | null) => {
  if (programId === null) return false
  const content = (await analysisFacts(unit, [programId])).get(programId)?.approved?.content
  return content?.risks.some((risk) => riskScore(risk) >= seriousRisk) ?? false
}

/**
 * Writes the signatures a submission needs, as the rules in force say for what it asks in all; gives their number.
 * The round is a new one: what was signed before does not count.
 */
export const askSignatures = async (unit: Unit, row: AllocationRow) => {
  const totals = totalsOf(row.lines)
  const asked: Weighed = {
    CAD: totals.money.toFixed(2),
    staffDay: totals.days.toFixed(1),
    item: totals.items.toFixed(0),
    isSerious: await isSerious(unit, row.programId),
  }
  const needed = signaturesFor(await rulesInForce(unit), asked)
  const lowest = await roleFor(unit, totals)
  const round = 1 + Math.max(0, ...row.steps.map((step) => step.round))
  await unit.db.approvalStep.createMany({
    data: needed.map((rule, index) => ({
      id: newId(),
      allocationId: row.id,
      position: row.steps.length + index,
      rule: rule.role === 'withinLimit' ? rule.role : (rule.id ?? rule.role),
      ruleId: rule.id,
      round,
      group: rule.group,
      role: rule.role === 'withinLimit' ? lowest : rule.role,
      state: 'pending',
    })),
  })
  return needed.length
}
