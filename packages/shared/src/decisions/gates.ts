import type { AnalysisFacts } from '../analyses/gates.ts'
import { gate, holdsUntil, notApplicable, verdictOf } from '../kernel/gate.ts'
import type { Label } from '../kernel/text.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'
import type { DecisionOutcome } from './contract.ts'

/** What the seventh principle reads of authority: authorizations in force today, and the latest outcome. */
export type DecisionFacts = {
  /** Authorizations in force today that cover the program's country, and the last day of each. */
  authorizations: readonly { number: string; endsOn: string }[]
  /** Numbers of those that cover it today and that one person recorded: they count once another confirmed them. */
  unconfirmed: readonly string[]
  latestOutcome: DecisionOutcome | null
}
type Facts = ProgramFacts & DecisionFacts

const at = (facts: ProgramFacts, field: string) => placeOf(facts.program.id, 'decision', field)

const toAuthorize = ({ unconfirmed }: Facts): Label => {
  const [number] = unconfirmed
  return number === undefined
    ? { fr: 'Verser au dossier une autorisation du gouvernement', en: 'Put a Government authorization on file' }
    : {
        fr: `Faire confirmer l’autorisation ${number} par une deuxième personne`,
        en: `Have a second person confirm authorization ${number}`,
      }
}

export const governmentAuthorization = gate<Facts>({
  id: 'P7-G1',
  principle: 7,
  kind: 'hard',
  ruleVersion: 2,
  asks: {
    fr: 'Une autorisation du gouvernement en vigueur, confirmée par une deuxième personne, couvre l’intervention hors du Canada (Loi électorale, art. 485).',
    en: 'A Government authorization in force, confirmed by a second person, covers the intervention outside Canada (Election Act, s. 485).',
  },
  evaluate: (facts) => {
    if (facts.program.countryCode === 'CA') return notApplicable
    const last =
      facts.authorizations
        .map(({ endsOn }) => endsOn)
        .toSorted()
        .at(-1) ?? null
    const verdict = verdictOf(
      [facts.authorizations.length === 0 && { label: toAuthorize(facts), href: at(facts, 'authorizations') }],
      facts.authorizations.map(({ number }) => ({
        label: { fr: `Autorisation ${number}`, en: `Authorization ${number}` },
        href: at(facts, 'authorizations'),
      })),
    )
    return holdsUntil(last, verdict)
  },
})

export const withinMandate = gate<ProgramFacts & AnalysisFacts>({
  id: 'P7-G2',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Chaque objectif relève d’un mandat de l’institution.',
    en: 'Each objective falls under a mandate of the institution.',
  },
  evaluate: (facts) => {
    const objectives = facts.approved?.content.objectives ?? []
    const href = placeOf(facts.program.id, 'analysis', 'objectives')
    return verdictOf(
      [
        (objectives.length === 0 || objectives.some((objective) => objective.mandate === null)) && {
          label: { fr: 'Rattacher chaque objectif à un mandat', en: 'Link each objective to a mandate' },
          href,
        },
      ],
      [{ label: { fr: 'Objectifs et mandats', en: 'Objectives and mandates' }, href }],
    )
  },
})

const recordOf = (outcome: 'decline' | 'redirect', id: string) =>
  gate<Facts>({
    id,
    principle: 5,
    kind: 'hard',
    ruleVersion: 1,
    asks:
      outcome === 'decline'
        ? {
            fr: 'La décision de refuser est consignée par une ou un dirigeant.',
            en: 'An executive recorded the decision to decline.',
          }
        : {
            fr: 'La décision de réorienter est consignée par une ou un dirigeant.',
            en: 'An executive recorded the decision to redirect.',
          },
    evaluate: (facts) =>
      verdictOf(
        [
          facts.latestOutcome !== outcome && {
            label: { fr: 'Consigner la décision', en: 'Record the decision' },
            href: at(facts, 'outcome'),
          },
        ],
        [{ label: { fr: 'Décision', en: 'Decision' }, href: at(facts, 'outcome') }],
      ),
  })

export const declineRecorded = recordOf('decline', 'P5-G8')
export const redirectionRecorded = recordOf('redirect', 'P5-G9')
