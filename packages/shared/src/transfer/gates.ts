import { gate, verdictOf } from '../kernel/gate.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'

/** What the fourth principle reads: objectives with their verified levels, lessons, and the evaluation. */
export type TransferFacts = {
  objectives: readonly { id: string; competence: string; verifiedLevel: number | null }[]
  lessons: number
  evaluationFiled: boolean
}
type Facts = ProgramFacts & TransferFacts

const at = (facts: Facts, field: string) => placeOf(facts.program.id, 'transfer', field)

export const transferObjective = gate<Facts>({
  id: 'P4-G1',
  principle: 4,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Au moins un objectif de transfert nomme l’unité, la valeur de référence, la cible et la méthode de vérification.',
    en: 'At least one transfer objective names the unit, the baseline, the target and the verification method.',
  },
  evaluate: (facts) =>
    verdictOf(
      [
        facts.objectives.length === 0 && {
          label: { fr: 'Définir un objectif de transfert', en: 'Define a transfer objective' },
          href: at(facts, 'objectives'),
        },
      ],
      facts.objectives.map((objective) => ({
        label: { fr: objective.competence, en: objective.competence },
        href: at(facts, 'objectives'),
      })),
    ),
})

export const verifiedTransfer = gate<Facts>({
  id: 'P4-G2',
  principle: 4,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Le niveau atteint est vérifié pour chaque objectif de transfert, et une leçon est écrite.',
    en: 'The level reached is verified for each transfer objective, and a lesson is written.',
  },
  evaluate: (facts) => {
    const unverified =
      facts.program.path === 'short' ? [] : facts.objectives.filter((item) => item.verifiedLevel === null)
    return verdictOf(
      [
        ...unverified.map((objective) => ({
          label: {
            fr: `Vérifier le niveau : ${objective.competence}`,
            en: `Verify the level: ${objective.competence}`,
          },
          href: at(facts, 'objectives'),
        })),
        facts.lessons === 0 && { label: { fr: 'Écrire une leçon', en: 'Write a lesson' }, href: at(facts, 'lessons') },
      ],
      [{ label: { fr: 'Niveaux vérifiés et leçons', en: 'Verified levels and lessons' }, href: at(facts, 'lessons') }],
    )
  },
})

export const evaluationFiled = gate<Facts>({
  id: 'P4-G8',
  principle: 4,
  kind: 'hard',
  ruleVersion: 1,
  asks: { fr: 'L’évaluation du programme est déposée.', en: 'The evaluation of the program is filed.' },
  evaluate: (facts) =>
    verdictOf(
      [
        !facts.evaluationFiled && {
          label: { fr: 'Déposer l’évaluation', en: 'File the evaluation' },
          href: at(facts, 'evaluation'),
        },
      ],
      [{ label: { fr: 'Évaluation', en: 'Evaluation' }, href: at(facts, 'evaluation') }],
    ),
})
