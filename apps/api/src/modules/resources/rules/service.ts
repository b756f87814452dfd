import { beyondSigners } from '@entente/shared/resources/rules/rules'
import { type StepRule, stepRules } from '@entente/shared/resources/rules/contract'
import { ruleSetWorkflow } from '@entente/shared/resources/rules/workflow'
import { counted } from '@entente/shared/kernel/text'
import { Prisma } from '../../../generated/prisma/client.ts'
import { adding, changing, toRegister } from '../../../platform/records/changing.ts'
import { lockName, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { hasRole } from '../../../platform/rules/policy.ts'
import { invalidField, wrongState } from '../../../platform/rules/problems.ts'
import { colleagues } from '../../users/queries.ts'
import { requireDigits } from '../envelopes/ceiling-service.ts'
import { allocationPolicy } from '../requests/policy.ts'
import { stepRulesPolicy } from './policy.ts'
import { ruleSetRecord } from './queries.ts'

const { initial, transitions } = ruleSetWorkflow

/** Whoever asks does not sign: where one of these people may ask, one fewer is counted on. */
const countedOn = (people: readonly { roles: string[] }[]) =>
  people.length - (people.some(({ roles }) => roles.includes('coordinator')) ? 1 : 0)

/** The rule of a table that there are too few people for today, and what to do about it. */
const unsignable = async (tx: Tx, rules: readonly Pick<StepRule, 'role' | 'quorum'>[]) => {
  const deciding = (await colleagues(tx)).filter((one) => hasRole(one, allocationPolicy.decide.roles))
  const executives = deciding.filter(({ roles }) => roles.includes('executive'))
  const all = countedOn(deciding)
  const beyond = beyondSigners(rules, { executive: countedOn(executives), within: all, all })
  if (beyond === null) return null
  const { index, asked, people } = beyond
  const able = counted(people, ['personne peut', 'personnes peuvent'], ['person', 'people'])
  const detail = {
    fr: `Avec les règles qui précèdent, ${asked} signatures différentes sont demandées, et ${able.fr} les donner : demandez-en moins, ou ouvrez d’autres comptes.`,
    en: `With the rules before it, ${asked} different signatures are asked for, and ${able.en} can give them: ask for fewer, or open other accounts.`,
  }
  return { index, detail }
}

/** Proposes other rules of approval. Nothing changes until someone else confirms them; one proposal at a time. */
export const proposeRules = adding(
  stepRules.propose,
  ruleSetRecord,
  { action: 'propose', rule: stepRulesPolicy.propose, ...toRegister },
  async ({ tx, actor, body: { rules, reason } }) => {
    rules.forEach(({ unit: measure, above }, index) => {
      requireDigits({ unit: measure ?? 'item' }, new Prisma.Decimal(above), `/rules/${index}/above`)
    })
    const beyond = await unsignable(tx, rules)
    if (beyond !== null) throw invalidField(`/rules/${beyond.index}/quorum`, beyond.detail)
    await lockName(tx, 'step rules')
    if ((await tx.db.stepRuleSet.count({ where: { state: initial } })) > 0) {
      throw wrongState(
        'D’autres règles sont déjà proposées : faites-les d’abord confirmer ou refuser.',
        'Other rules are already proposed: have them confirmed or refused first.',
      )
    }
    const id = newId()
    const proposed = { state: initial, proposedById: actor.id, proposedAt: tx.now }
    const create = rules.map(({ name, ...rule }, position) => ({
      id: newId(),
      position,
      nameFr: name.fr,
      nameEn: name.en,
      ...rule,
    }))
    await tx.db.stepRuleSet.create({ data: { id, reason, ...proposed, rules: { create } } })
    return id
  },
)

/** People may have left since the proposal. */
const requireSignable = async (tx: Tx, rules: readonly StepRule[]) => {
  const beyond = await unsignable(tx, rules)
  if (beyond === null) return
  const { fr, en } = rules[beyond.index]?.name ?? { fr: '', en: null }
  throw wrongState(`« ${fr} » : ${beyond.detail.fr}`, `“${en ?? fr}”: ${beyond.detail.en}`)
}

/** Confirms rules that someone else proposed, which then replace the present ones, or refuses them. */
export const decideRules = changing(
  stepRules.decide,
  ruleSetRecord,
  'decide',
  async ({ tx, actor, body: { outcome, reason = null }, id, shown }) => {
    const { confirm, refuse, replace } = transitions
    const isConfirmation = outcome === 'confirmed'
    if (isConfirmation) {
      await requireSignable(tx, shown.rules)
      const replaced = { state: replace.to, version: { increment: 1 } }
      await tx.db.stepRuleSet.updateMany({ where: { state: confirm.to }, data: replaced })
    }
    await tx.db.stepRuleSet.update({
      where: { id },
      data: {
        state: isConfirmation ? confirm.to : refuse.to,
        decidedById: actor.id,
        decidedAt: tx.now,
        decisionReason: reason,
        version: { increment: 1 },
      },
    })
    return { action: `stepRules.${outcome}` }
  },
)
