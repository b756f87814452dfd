import { compare } from '../../kernel/money.ts'
import type { StepRule } from './contract.ts'

/** Before anyone proposed other rules: one signature, of whoever’s limit covers the whole. */
export const firstRules: readonly StepRule[] = [
  {
    id: null,
    name: { fr: 'Décision dans la limite', en: 'Decision within the limit' },
    unit: null,
    above: '0',
    isSerious: false,
    role: 'withinLimit',
    group: 1,
    quorum: 1,
  },
]

/** What a request asks in all, by what is counted, and whether its program bears a serious risk. */
export type Weighed = { CAD: string; staffDay: string; item: string; isSerious: boolean }

const applies = (rule: StepRule, asked: Weighed) =>
  (!rule.isSerious || asked.isSerious) && (rule.unit === null || compare(asked[rule.unit], rule.above) > 0)

/** The signatures a request needs, in the order they are asked: one for each member of each quorum. */
export const signaturesFor = (rules: readonly StepRule[], asked: Weighed) =>
  rules
    .filter((rule) => applies(rule, asked))
    .toSorted((left, right) => left.group - right.group)
    .flatMap((rule) => Array.from({ length: rule.quorum }, () => rule))

/** How many people can sign: those of the executive, those whose limit reaches (they among them), all who decide. */
export type Signers = { executive: number; within: number; all: number }

/**
 * The first rule of a table that asks, with those before it, for more different people than there are, and how many
 * there are for it; null for a table that can be followed. Nobody signs two steps of a request, and an executive may
 * sign for a manager: the signatures of the executive are counted on its people, with those within a limit on whoever’s
 * limit reaches, and all of them on all who decide.
 */
export const beyondSigners = (rules: readonly Pick<StepRule, 'role' | 'quorum'>[], signers: Signers) => {
  const asked: Signers = { executive: 0, within: 0, all: 0 }
  for (const [index, { role, quorum }] of rules.entries()) {
    asked.all += quorum
    if (role !== 'manager') asked.within += quorum
    if (role === 'executive') asked.executive += quorum
    const short = (['executive', 'within', 'all'] as const).find((who) => asked[who] > signers[who])
    if (short !== undefined) return { index, people: signers[short], asked: asked[short] }
  }
  return null
}
