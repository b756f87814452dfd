import { gate, notApplicable, verdictOf } from '../kernel/gate.ts'
import { compare, times } from '../kernel/money.ts'
import type { Label } from '../kernel/text.ts'
import type { Role } from '../users/contract.ts'

/** What an approval would bring a program to, against the plan it was decided on; amounts as decimal strings. */
export type DriftFacts = {
  drift: {
    href: string
    /** Spent, committed, reserved and newly granted together, for each unit of the plan; a decided plan may be zero. */
    parts: readonly { unit: 'CAD' | 'staffDay'; forecast: string; planned: string }[]
  }
}

type Part = DriftFacts['drift']['parts'][number]

/** An amount as it is read; Intl takes decimal strings exactly. */
export const quantityText = (amount: string, unit: Part['unit'], locale: 'fr-CA' | 'en-CA') => {
  const exact = amount as Intl.StringNumericLiteral
  if (unit === 'CAD')
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'CAD',
      trailingZeroDisplay: 'stripIfInteger',
    }).format(exact)
  return `${new Intl.NumberFormat(locale).format(exact)}\u00a0${locale === 'fr-CA' ? 'j\u2011p' : 'staff\u2011days'}`
}

/** From how many percent of the plan an approval is revised, and from how many the program is decided again (P7-G7). */
export const revisedPercent = '110'
export const decidedPercent = '125'

/** Whether a forecast is more than so many percent of its plan. */
const exceeds = (percent: string) => (part: Part) =>
  compare(times(part.forecast, '100'), times(part.planned, percent)) > 0

const missing = ({ drift }: DriftFacts, percent: string, what: Label) =>
  drift.parts.filter(exceeds(percent)).map(({ unit, forecast, planned }) => ({
    label: {
      fr: `${quantityText(forecast, unit, 'fr-CA')} pour ${quantityText(planned, unit, 'fr-CA')} décidés : ${what.fr}`,
      en: `${quantityText(forecast, unit, 'en-CA')} against ${quantityText(planned, unit, 'en-CA')} decided: ${what.en}`,
    },
    href: drift.href,
  }))
const proof = ({ drift }: DriftFacts) => ({
  label: { fr: 'Plan décidé et registre des affectations', en: 'Decided plan and ledger' },
  href: drift.href,
})

/** More than a quarter above the plan, the program is no longer the one that was decided (domain.md, P7-G7). */
export const driftBackToDecision = gate<DriftFacts>({
  id: 'P7-G7',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Le programme ne dépasse pas de plus de 25 % le plan sur lequel il a été décidé.',
    en: 'The program is no more than 25% above the plan it was decided on.',
  },
  evaluate: (facts) =>
    facts.drift.parts.length === 0
      ? notApplicable
      : verdictOf(
          missing(facts, decidedPercent, {
            fr: 'réviser le plan, puis le faire décider de nouveau',
            en: 'revise the plan, then have it decided again',
          }),
          [proof(facts)],
        ),
})

/** More than a tenth above it, someone with the power to approve says so knowingly (domain.md, 6.12). */
export const driftRevised = gate<DriftFacts, Role>({
  id: 'P7-G7',
  principle: 7,
  kind: 'waivable',
  waivedBy: ['manager', 'executive'],
  ruleVersion: 1,
  asks: {
    fr: 'Au-delà de 10 % du plan décidé, une approbation révisée est accordée par dérogation.',
    en: 'More than 10% above the decided plan, a revised approval is granted by waiver.',
  },
  evaluate: (facts) => {
    const { parts } = facts.drift
    if (parts.length === 0 || parts.some(exceeds(decidedPercent))) return notApplicable
    const above = missing(facts, revisedPercent, {
      fr: 'demander une approbation révisée',
      en: 'ask for a revised approval',
    })
    return verdictOf(above, [proof(facts)])
  },
})
