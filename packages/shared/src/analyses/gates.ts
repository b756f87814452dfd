import { gate, holdsUntil, verdictOf } from '../kernel/gate.ts'
import { counted, type Label } from '../kernel/text.ts'
import type { AgreementFacts } from '../partnerships/gates.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'
import { hasReached } from '../programs/workflow.ts'
import type { AnalysisContent } from './contract.ts'
import { completeness, untreatedRisks } from './rules.ts'

/** What the second principle reads: the approved analysis in force, and the latest version whatever its state. */
export type AnalysisFacts = {
  /** The latest approved version; null when none is. */
  approved: {
    id: string
    number: number
    content: AnalysisContent
    writerIds: readonly string[]
    reviewerId: string | null
    approvedAt: string
    validUntil: string
  } | null
  /** The latest version; null before the first. */
  latest: { id: string; number: number; state: string; content: AnalysisContent } | null
  /** The day some version was approved for the first time; null when none ever was. */
  firstApprovedOn: string | null
}
/** When the program was last accepted: the first commitment an analysis must precede. */
export type AcceptanceFacts = { acceptedAt: string | null }

type Facts = ProgramFacts & AnalysisFacts

const at = (facts: Facts, field?: string) => placeOf(facts.program.id, 'analysis', field)
const evidence = (facts: Facts) =>
  facts.approved === null
    ? []
    : [
        {
          label: { fr: `Analyse, version ${facts.approved.number}`, en: `Analysis, version ${facts.approved.number}` },
          href: at(facts),
        },
      ]

const toApprove: Label = {
  fr: 'Faire approuver l’analyse par une personne qui n’y a pas écrit',
  en: 'Have the analysis approved by someone who did not write in it',
}

/** Agreements dated before anyone had approved an analysis, each with the order of the two days. */
const agreementsTooEarly = ({ agreements, firstApprovedOn, program }: AgreementFacts & Facts) =>
  agreements
    .filter(({ signedOn }) => firstApprovedOn !== null && signedOn < firstApprovedOn)
    .map(({ title, signedOn }) => ({
      label: {
        fr: `Entente « ${title} » signée le ${signedOn}, avant l’analyse, approuvée le ${firstApprovedOn}`,
        en: `Agreement “${title}” signed on ${signedOn}, before the analysis, approved on ${firstApprovedOn}`,
      },
      href: placeOf(program.id, 'partners', 'agreements'),
    }))

export const analysisBeforeCommitment = gate<Facts & AcceptanceFacts & AgreementFacts>({
  id: 'P2-G1',
  principle: 2,
  kind: 'hard',
  ruleVersion: 3,
  asks: {
    fr: 'L’analyse est approuvée avant toute décision et tout engagement.',
    en: 'The analysis is approved before any decision and any commitment.',
  },
  evaluate: (facts) => {
    const { approved, acceptedAt, program } = facts
    // What was accepted on an analysis stays accepted when the analysis is renewed later.
    const isUndecided = !hasReached(program.path, program.stage, 'design')
    return verdictOf(
      [
        approved === null && { label: toApprove, href: at(facts) },
        approved !== null &&
          acceptedAt !== null &&
          isUndecided &&
          approved.approvedAt > acceptedAt && {
            label: {
              fr: 'Décider de nouveau : l’analyse est plus récente que la décision',
              en: 'Decide again: the analysis is later than the decision',
            },
            href: placeOf(facts.program.id, 'decision', 'outcome'),
          },
        ...agreementsTooEarly(facts),
      ],
      evidence(facts),
    )
  },
})

export const independentReview = gate<Facts>({
  id: 'P2-G2',
  principle: 2,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Une personne qui n’a pas écrit dans l’analyse l’a approuvée.',
    en: 'Someone who did not write in the analysis approved it.',
  },
  evaluate: (facts) => {
    const { approved } = facts
    const reviewer = approved?.reviewerId ?? null
    const independent = reviewer !== null && approved?.writerIds.includes(reviewer) === false
    return verdictOf([!independent && { label: toApprove, href: at(facts, 'review') }], evidence(facts))
  },
})

export const harmAndAlternatives = gate<Facts>({
  id: 'P2-G3',
  principle: 2,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'L’analyse envisage un effet négatif et une autre option ; chaque risque élevé a un traitement et une personne responsable.',
    en: 'The analysis considers a negative effect and an alternative; each high risk has a treatment and an owner.',
  },
  evaluate: (facts) => {
    const content = (facts.approved ?? facts.latest)?.content
    if (content === undefined) {
      return verdictOf([{ label: { fr: 'Rédiger l’analyse', en: 'Write the analysis' }, href: at(facts) }], [])
    }
    const { negativeImpact, alternatives } = completeness(content)
    const risks = untreatedRisks(content).length
    const untreated = counted(risks, ['risque élevé', 'risques élevés'], ['high risk', 'high risks'])
    return verdictOf(
      [
        !negativeImpact && {
          label: { fr: 'Décrire un effet négatif possible', en: 'Describe a possible negative effect' },
          href: at(facts, 'negativeImpact'),
        },
        !alternatives && {
          label: { fr: 'Décrire une autre option', en: 'Describe an alternative' },
          href: at(facts, 'alternatives'),
        },
        risks > 0 && {
          label: {
            fr: `Traiter ${untreated.fr} et nommer qui en répond`,
            en: `Treat ${untreated.en} and name an owner`,
          },
          href: at(facts, 'risks'),
        },
      ],
      evidence(facts),
    )
  },
})

export const analysisInForce = gate<Facts>({
  id: 'P2-G5',
  principle: 2,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'L’analyse approuvée date de six mois au plus.',
    en: 'The approved analysis is at most six months old.',
  },
  evaluate: (facts) => {
    const { approved, today } = facts
    const lapsed = approved !== null && approved.validUntil < today
    const verdict = verdictOf(
      [
        approved === null && { label: toApprove, href: at(facts) },
        lapsed && {
          label: {
            fr: `Réviser l’analyse : échue depuis le ${approved.validUntil}`,
            en: `Renew the analysis: it lapsed on ${approved.validUntil}`,
          },
          href: at(facts),
        },
      ],
      evidence(facts),
    )
    return holdsUntil(lapsed ? null : (approved?.validUntil ?? null), verdict)
  },
})
