import { gate, verdictOf } from '../kernel/gate.ts'
import { counted } from '../kernel/text.ts'
import type { PartnershipFacts } from '../partnerships/gates.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'

/** What the fifth principle reads: who was asked and answered, what is objected, and what was decided after. */
export type ParticipationFacts = {
  consultations: readonly {
    organizationId: string
    /** When the opinion came; null without one. */
    answeredAt: string | null
    /** Day from which no answer is a documented silence. */
    silenceOn: string
  }[]
  openObjections: number
}
/** The latest decision record; null before the first. */
export type DecisionRecordFacts = {
  decision: { id: string; accepts: boolean; decidedAt: string; decidedOn: string } | null
}

type Facts = ProgramFacts & PartnershipFacts & ParticipationFacts & DecisionRecordFacts

type Moment = { at: string; on: string } | null

const hasAnswered = ({ consultations }: Facts, organizationId: string, moment: Moment) =>
  consultations.some(
    (item) =>
      item.organizationId === organizationId &&
      item.answeredAt !== null &&
      (moment === null || item.answeredAt <= moment.at),
  )

/** Answered before the moment, or already silent for five working days then: an opinion that came later takes neither back. */
const heardBefore = (facts: Facts, organizationId: string, moment: Moment) =>
  hasAnswered(facts, organizationId, moment) ||
  facts.consultations.some(
    (item) => item.organizationId === organizationId && item.silenceOn <= (moment?.on ?? facts.today),
  )

const heardFrom = (facts: Facts, { organizationId, name }: { organizationId: string; name: string }, moment: Moment) =>
  hasAnswered(facts, organizationId, moment)
    ? { fr: `Avis de ${name}`, en: `Opinion of ${name}` }
    : { fr: `Silence de ${name}`, en: `Silence of ${name}` }

/** Hosts and funders that took part when it was decided: one that joins later knows what it joins. */
const participants = ({ organizations, decision }: Facts) => [
  ...new Map(
    organizations
      .filter(({ role, id }) => (role === 'host' || role === 'funder') && (decision === null || id < decision.id))
      .map((organization) => [organization.organizationId, organization]),
  ).values(),
]

export const opinionsBeforeDecision = gate<Facts>({
  id: 'P5-G1',
  principle: 5,
  kind: 'hard',
  ruleVersion: 2,
  asks: {
    fr: 'Une décision d’acceptation est consignée ; elle suit l’avis de l’hôte et de chaque bailleur, ou leur silence de cinq jours ouvrables.',
    en: 'An accepting decision is on record; it follows the opinion of the host and of each funder, or five working days of their silence.',
  },
  evaluate: (facts) => {
    const { decision, program } = facts
    const moment = decision === null ? null : { at: decision.decidedAt, on: decision.decidedOn }
    const asked = program.path === 'short' ? [] : participants(facts)
    const partners = placeOf(program.id, 'partners', 'consultations')
    return verdictOf(
      [
        program.path === 'standard' &&
          !asked.some((organization) => organization.role === 'host') && {
            label: { fr: 'Ajouter l’organisme hôte au programme', en: 'Add the host body to the program' },
            href: placeOf(program.id, 'partners', 'organizations'),
          },
        ...asked.map(
          (organization) =>
            !heardBefore(facts, organization.organizationId, moment) && {
              label: {
                fr: `Obtenir l’avis de ${organization.name}, ou cinq jours ouvrables de silence, avant la décision`,
                en: `Obtain the opinion of ${organization.name}, or five working days of silence, before the decision`,
              },
              href: partners,
            },
        ),
        decision?.accepts !== true && {
          label: {
            fr: 'Consigner la décision d’acceptation d’une ou d’un dirigeant',
            en: 'Record an executive’s accepting decision',
          },
          href: placeOf(program.id, 'decision', 'outcome'),
        },
      ],
      [
        { label: { fr: 'Décision', en: 'Decision' }, href: placeOf(program.id, 'decision', 'outcome') },
        ...asked.map((organization) => ({ label: heardFrom(facts, organization, moment), href: partners })),
      ],
    )
  },
})

export const objectionsAnswered = gate<ProgramFacts & ParticipationFacts>({
  id: 'P5-G5',
  principle: 5,
  kind: 'hard',
  ruleVersion: 1,
  asks: { fr: 'Chaque objection a reçu une réponse écrite.', en: 'Every objection has a written answer.' },
  evaluate: (facts) => {
    const objections = counted(facts.openObjections, ['objection', 'objections'], ['objection', 'objections'])
    return verdictOf(
      [
        facts.openObjections > 0 && {
          label: { fr: `Répondre à ${objections.fr}`, en: `Answer ${objections.en}` },
          href: placeOf(facts.program.id, 'partners', 'objections'),
        },
      ],
      [{ label: { fr: 'Objections', en: 'Objections' }, href: placeOf(facts.program.id, 'partners', 'objections') }],
    )
  },
})
