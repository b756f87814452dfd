import type { z } from 'zod'
import { firstRules } from '@entente/shared/resources/rules/rules'
import { riskScore, seriousRisk } from '@entente/shared/analyses/rules'
import { type stepRules, type StepRule, stepRuleSet } from '@entente/shared/resources/rules/contract'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, allows, hasRole } from '../../../platform/rules/policy.ts'
import { analysisFacts } from '../../analyses/facts.ts'
import { optionalPersonOf, type People, personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'
import { stepRulePolicy } from './policy.ts'

const withRules = { rules: { orderBy: { position: 'asc' } } } satisfies Prisma.StepRuleSetInclude
export type RuleSetRow = Prisma.StepRuleSetGetPayload<{ include: typeof withRules }>

const digits: Record<string, number> = { CAD: 2, staffDay: 1 }

const presentSet = (row: RuleSetRow, people: People, actor: Actor) =>
  stepRuleSet.parse({
    id: row.id,
    rules: row.rules.map(({ nameFr, nameEn, above, ...rule }) => ({
      ...rule,
      name: { fr: nameFr, en: nameEn },
      above: above.toFixed(digits[rule.unit ?? ''] ?? 0),
    })),
    reason: row.reason,
    state: row.state,
    proposedBy: personOf(people, row.proposedById),
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: optionalPersonOf(people, row.decidedById),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionReason: row.decisionReason,
    version: row.version,
    can: row.state === 'proposed' && allows(stepRulePolicy.decide, actor, row) ? ['decide'] : [],
  })

/** One table of rules as this person sees it. */
export const ruleSetFor = async (tx: Tx, actor: Actor, id: string) => {
  const row = await tx.db.stepRuleSet.findUniqueOrThrow({ where: { id }, include: withRules })
  return presentSet(row, await namesOf(tx, [row.proposedById, row.decidedById]), actor)
}

const setIn = async (tx: Tx, actor: Actor, state: string) => {
  const found = await tx.db.stepRuleSet.findFirst({ where: { state } })
  return found === null ? null : ruleSetFor(tx, actor, found.id)
}

/** The rules that say which signatures a submission needs now. */
export const rulesInForce = async (tx: Tx): Promise<readonly StepRule[]> => {
  const row = await tx.db.stepRuleSet.findFirst({ where: { state: 'inForce' }, include: withRules })
  if (row === null) return firstRules
  return stepRuleSet.shape.rules.parse(
    row.rules.map((rule) => ({ ...rule, name: { fr: rule.nameFr, en: rule.nameEn }, above: rule.above.toFixed() })),
  )
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
  const inForce = await setIn(tx, call.actor, 'inForce')
  return {
    rules: [...(inForce?.rules ?? firstRules)],
    inForce,
    proposed: await setIn(tx, call.actor, 'proposed'),
    can: hasRole(call.actor, stepRulePolicy.propose.roles) ? ['propose'] : [],
  }
}
