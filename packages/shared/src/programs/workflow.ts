import { z } from 'zod'
import type { Label } from '../kernel/text.ts'

/** Every stage a program can be in: the ten of the standard path, then the four ends. */
export const stages = {
  received: { fr: 'Demande reçue', en: 'Received' },
  admissibility: { fr: 'Recevabilité', en: 'Admissibility' },
  analysis: { fr: 'Analyse', en: 'Analysis' },
  decision: { fr: 'Décision', en: 'Decision' },
  design: { fr: 'Formulation et entente', en: 'Design and agreement' },
  allocation: { fr: 'Affectation', en: 'Allocation' },
  implementation: { fr: 'Mise en œuvre', en: 'Implementation' },
  closing: { fr: 'Clôture', en: 'Closing' },
  evaluation: { fr: 'Évaluation', en: 'Evaluation' },
  closed: { fr: 'Terminé', en: 'Closed' },
  declined: { fr: 'Refusé', en: 'Declined' },
  redirected: { fr: 'Réorienté', en: 'Redirected' },
  withdrawn: { fr: 'Retiré', en: 'Withdrawn' },
  cancelled: { fr: 'Annulé', en: 'Cancelled' },
} as const satisfies Record<string, Label>

export const stage = z.enum(Object.keys(stages) as [Stage, ...Stage[]])
export type Stage = keyof typeof stages

export const path = z.enum(['standard', 'short'])
export type Path = z.infer<typeof path>

/** Order of the stages on each path. Invitations, hosted delegations and study visits take the short one. */
export const paths = {
  standard: [
    'received',
    'admissibility',
    'analysis',
    'decision',
    'design',
    'allocation',
    'implementation',
    'closing',
    'evaluation',
    'closed',
  ],
  short: ['received', 'admissibility', 'decision', 'allocation', 'implementation', 'closing', 'closed'],
} as const satisfies Record<Path, readonly Stage[]>

export const ends = ['declined', 'redirected', 'withdrawn', 'cancelled'] as const satisfies readonly Stage[]
export type End = (typeof ends)[number]
export const isEnd = (value: Stage): value is End => (ends as readonly Stage[]).includes(value)

/** A program that is closed or ended moves no more. */
export const isFinal = (value: Stage) => value === 'closed' || isEnd(value)

/** Where a stage stands on a path; -1 when it is not on it. */
export const positionOf = (on: Path, value: Stage) => (paths[on] as readonly Stage[]).indexOf(value)

/** True when `value` is `reference` or later on the path. */
export const hasReached = (on: Path, value: Stage, reference: Stage) => {
  const place = positionOf(on, reference)
  return place >= 0 && positionOf(on, value) >= place
}

export const nextStage = (on: Path, from: Stage): Stage | null => paths[on][positionOf(on, from) + 1] ?? null

/** Calendar days a program should at most spend in a stage (target times, domain.md 6.14). */
export const targetDays: Partial<Record<Stage, number>> = {
  received: 7,
  admissibility: 14,
  analysis: 30,
  decision: 21,
  design: 30,
  allocation: 7,
  closing: 45,
  evaluation: 90,
}

export const suspensionCauses = {
  authorityChanged: { fr: 'Autorité du pays hôte modifiée', en: 'Host authority changed' },
  security: { fr: 'Sécurité', en: 'Security' },
  networkLeft: { fr: 'Sortie d’un réseau', en: 'Network left' },
  incident: { fr: 'Incident', en: 'Incident' },
  resources: { fr: 'Ressources', en: 'Resources' },
  other: { fr: 'Autre', en: 'Other' },
} as const satisfies Record<string, Label>
export const suspensionCause = z.enum(Object.keys(suspensionCauses) as [SuspensionCause, ...SuspensionCause[]])
export type SuspensionCause = keyof typeof suspensionCauses

/** What may have suspended a program and changes its context: it resumes on a new analysis (domain.md, 1.2 and 6.10). */
const asksAnalysis: readonly SuspensionCause[] = ['authorityChanged', 'security', 'networkLeft', 'incident']
export const asksAnalysisToResume = (cause: SuspensionCause | null) => cause !== null && asksAnalysis.includes(cause)

/** Former stages of its path to which a program can be taken back: those it went through before where it now stands. */
export const formerStages = (on: Path, entered: readonly Stage[], present: Stage): Stage[] => {
  const now = positionOf(on, present)
  return paths[on].filter((name, at) => entered.includes(name) && (now < 0 || at < now))
}

/** The seven principles of the policy, each in one sentence. */
export const principles = {
  1: {
    name: { fr: 'Demande officielle', en: 'Official request' },
    says: {
      fr: 'Aucune intervention sans une demande officielle d’une autorité compétente.',
      en: 'No intervention without an official request from a competent authority.',
    },
  },
  2: {
    name: { fr: 'Analyse préalable', en: 'Prior analysis' },
    says: {
      fr: 'Le contexte, les objectifs et les effets possibles sont analysés avant tout engagement.',
      en: 'Context, objectives and possible effects are analysed before any commitment.',
    },
  },
  3: {
    name: { fr: 'Respect de la souveraineté', en: 'Respect of sovereignty' },
    says: {
      fr: 'La souveraineté, l’identité et les valeurs du pays hôte sont respectées.',
      en: 'The sovereignty, identity and values of the host country are respected.',
    },
  },
  4: {
    name: { fr: 'Transfert d’expertise', en: 'Transfer of expertise' },
    says: {
      fr: 'L’intervention partage et transfère une expertise que l’hôte fait sienne.',
      en: 'The intervention shares and transfers expertise that the host makes its own.',
    },
  },
  5: {
    name: { fr: 'Participation réelle', en: 'Real participation' },
    says: {
      fr: 'Toutes les parties participent à la décision, à la coordination et à l’affectation des ressources.',
      en: 'All parties take part in deciding, coordinating and assigning resources.',
    },
  },
  6: {
    name: { fr: 'Partenariats', en: 'Partnerships' },
    says: {
      fr: 'L’action s’appuie sur des partenariats plutôt que sur une intervention isolée.',
      en: 'Action rests on partnerships rather than on isolated intervention.',
    },
  },
  7: {
    name: { fr: 'Continuité du mandat', en: 'Continuity of the mandate' },
    says: {
      fr: 'La coopération s’inscrit dans le mandat de l’institution et dans les ressources disponibles.',
      en: 'Cooperation stays within the institution’s mandate and its available resources.',
    },
  },
} as const satisfies Record<number, { name: Label; says: Label }>
