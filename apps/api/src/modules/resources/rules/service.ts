import { beyondSigners } from '@entente/shared/resources/rules/rules'
import type { StepRule, StepRuleSet, stepRules } from '@entente/shared/resources/rules/contract'
import { counted } from '@entente/shared/kernel/text'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import { lock, lockName, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize, hasRole } from '../../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { colleagues } from '../../users/queries.ts'
import { requireDigits } from '../envelopes/ceiling-service.ts'
import { allocationPolicy } from '../requests/policy.ts'
import { stepRulePolicy } from './policy.ts'
import { ruleSetFor } from './queries.ts'

const recordOf = (action: string, answer: StepRuleSet, before?: StepRuleSet) => ({
  answer,
  record: {
    action,
    resource: 'stepRuleSet',
    id: answer.id,
    programId: null,
    version: answer.version,
    before,
    after: answer,
  },
})

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
export const proposeRules = (call: CallOf<typeof stepRules.propose>) =>
  command(call, async (tx) => {
    const { rules, reason } = call.body
    rules.forEach(({ unit: measure, above }, index) => {
      requireDigits({ unit: measure ?? 'item' }, new Prisma.Decimal(above), `/rules/${index}/above`)
    })
    const beyond = await unsignable(tx, rules)
    if (beyond !== null) throw invalidField(`/rules/${beyond.index}/quorum`, beyond.detail)
    await lockName(tx, 'step rules')
    if ((await tx.db.stepRuleSet.count({ where: { state: 'proposed' } })) > 0) {
      throw wrongState(
        'D’autres règles sont déjà proposées : faites-les d’abord confirmer ou refuser.',
        'Other rules are already proposed: have them confirmed or refused first.',
      )
    }
    const id = newId()
    await tx.db.stepRuleSet.create({
      data: {
        id,
        reason,
        state: 'proposed',
        proposedById: call.actor.id,
        proposedAt: tx.now,
        rules: {
          create: rules.map(({ name, ...rule }, position) => ({
            id: newId(),
            position,
            nameFr: name.fr,
            nameEn: name.en,
            ...rule,
          })),
        },
      },
    })
    return recordOf('stepRules.propose', await ruleSetFor(tx, call.actor, id))
  })

/** People may have left since the proposal. */
const requireSignable = async (tx: Tx, { rules }: StepRuleSet) => {
  const beyond = await unsignable(tx, rules)
  if (beyond === null) return
  const { fr, en } = rules[beyond.index]?.name ?? { fr: '', en: null }
  throw wrongState(`« ${fr} » : ${beyond.detail.fr}`, `“${en ?? fr}”: ${beyond.detail.en}`)
}

/** Confirms rules that someone else proposed, which then replace the present ones, or refuses them. */
export const decideRules = (call: CallOf<typeof stepRules.decide>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { outcome, reason = null } = call.body
    await lock(tx, 'step_rule_sets', id)
    const shown = await ruleSetFor(tx, call.actor, id)
    expectVersion(call, shown)
    authorize(stepRulePolicy.decide, call.actor, { proposedById: shown.proposedBy.id })
    if (shown.state !== 'proposed') throw new ProblemError('already-decided')
    if (outcome === 'confirmed') {
      await requireSignable(tx, shown)
      const replaced = { state: 'replaced', version: { increment: 1 } }
      await tx.db.stepRuleSet.updateMany({ where: { state: 'inForce' }, data: replaced })
    }
    await tx.db.stepRuleSet.update({
      where: { id },
      data: {
        state: outcome === 'confirmed' ? 'inForce' : 'refused',
        decidedById: call.actor.id,
        decidedAt: tx.now,
        decisionReason: reason,
        version: { increment: 1 },
      },
    })
    return recordOf(`stepRules.${outcome}`, await ruleSetFor(tx, call.actor, id), shown)
  })
