import type { z } from 'zod'
import { firstRules } from '@entente/shared/resources/rules/rules'
import { riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import type { StepRule, stepRules, stepRuleSet } from '@entente/shared/resources/rules/contract'
import { type RuleSetState, ruleSetWorkflow } from '@entente/shared/resources/rules/workflow'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { analysisFacts } from '../../analyses/facts.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'
import { digitsOf } from '../envelopes/presenter.ts'
import { ruleSetPolicy, stepRulesPolicy, stepRulesVisible } from './policy.ts'

const withRules = { rules: { orderBy: { position: 'asc' } } } satisfies Prisma.StepRuleSetInclude
type RuleSetRow = Prisma.StepRuleSetGetPayload<{ include: typeof withRules }>

const ruleOf = (
  { id, nameFr, nameEn, unit, above, isSerious, role, group, quorum }: RuleSetRow['rules'][number],
  digits: number | undefined,
): StepRule => ({
  id,
  name: { fr: nameFr, en: nameEn },
  unit,
  above: above.toFixed(digits),
  isSerious,
  role,
  group,
  quorum,
})

const presentSet = (row: RuleSetRow, people: People, actor: Actor): z.input<typeof stepRuleSet> => ({
  id: row.id,
  rules: row.rules.map((rule) => ruleOf(rule, digitsOf(rule.unit ?? 'item'))),
  reason: row.reason,
  state: row.state,
  proposedBy: personOf(people, row.proposedById),
  proposedAt: row.proposedAt.toISOString(),
  decidedBy: optionalPersonOf(people, row.decidedById),
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decisionReason: row.decisionReason,
  version: row.version,
  ...allowedOn(ruleSetPolicy, row, actor),
})

/** A table of rules, for the commands that propose and decide one. */
export const ruleSetRecord = recorded<RuleSetRow>()({
  resource: 'resources/rules',
  noun: 'stepRules',
  table: 'step_rule_sets',
  policy: ruleSetPolicy,
  visible: stepRulesVisible,
  find: (tx, id) => tx.db.stepRuleSet.findUniqueOrThrow({ where: { id }, include: withRules }),
  present: async (tx, actor, row) => presentSet(row, await namesOf(tx, [row.proposedById, row.decidedById]), actor),
  programOf: () => null,
})

const rowIn = (tx: Tx, state: RuleSetState) => tx.db.stepRuleSet.findFirst({ where: { state }, include: withRules })

const setIn = async (tx: Tx, actor: Actor, state: RuleSetState) => {
  const found = await rowIn(tx, state)
  return found === null ? null : ruleSetRecord.present(tx, actor, found)
}

const { initial, transitions } = ruleSetWorkflow

/** The rules that say which signatures a submission needs now. */
export const rulesInForce = async (tx: Tx): Promise<readonly StepRule[]> => {
  const row = await rowIn(tx, transitions.confirm.to)
  return row === null ? firstRules : row.rules.map((rule) => ruleOf(rule, undefined))
}

/** The programs, among these, whose analysis in force names a serious risk. */
export const seriousAmong = async (tx: Tx, programIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const facts = [...(await analysisFacts(tx, [...new Set(programIds)]))]
  const isSerious = (content: (typeof facts)[number][1]['approved']) =>
    content?.content.risks.some((risk) => riskScore(risk) >= seriousRisk) ?? false
  return new Set(facts.filter(([, { approved }]) => isSerious(approved)).map(([id]) => id))
}

export const readStepRules = async (
  call: CallOf<typeof stepRules.read>,
): Promise<z.input<typeof stepRules.read.response>> => {
  const tx = await reading(call.server)
  const inForce = await setIn(tx, call.actor, transitions.confirm.to)
  return {
    rules: [...(inForce?.rules ?? firstRules)],
    inForce,
    proposed: await setIn(tx, call.actor, initial),
    ...allowedOn(stepRulesPolicy, null, call.actor, ['propose']),
  }
}
