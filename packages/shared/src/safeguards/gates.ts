import { gate, verdictOf } from '../kernel/gate.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'

/** What the third principle reads: terms of reference and whether the host agreed to them. */
export type SafeguardFacts = { terms: readonly { id: string; title: string; agreed: boolean }[] }
type Facts = ProgramFacts & SafeguardFacts

export const hostAgreedTerms = gate<Facts>({
  id: 'P3-G1',
  principle: 3,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'L’hôte a accepté le cadre de référence de l’intervention.',
    en: 'The host agreed to the terms of reference of the intervention.',
  },
  evaluate: (facts) => {
    const href = placeOf(facts.program.id, 'agreements', 'terms')
    const agreed = facts.terms.filter((terms) => terms.agreed)
    const missing =
      facts.terms.length === 0
        ? { fr: 'Proposer un cadre de référence à l’hôte', en: 'Propose terms of reference to the host' }
        : {
            fr: 'Obtenir l’accord de l’hôte sur le cadre de référence',
            en: 'Obtain the host’s agreement to the terms of reference',
          }
    return verdictOf(
      [agreed.length === 0 && { label: missing, href }],
      agreed.map((terms) => ({ label: { fr: terms.title, en: terms.title }, href })),
    )
  },
})
