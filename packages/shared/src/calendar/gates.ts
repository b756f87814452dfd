import { gate, notApplicable, passed, verdictOf } from '../kernel/gate.ts'
import type { Role } from '../users/contract.ts'

/** Someone booked away from their function while one of our own elections needs it. */
export type Absence = {
  staffId: string
  name: string
  pollingOn: string
  from: string
  to: string
  /** The election closed these days until the one who decides changed it: for them it still does. */
  isFormer: boolean
}
/** What the seventh principle reads of our own calendar when named people are put to work. */
export type AbsenceFacts = {
  away: {
    /** How many people are named at all. */
    named: number
    critical: readonly Absence[]
    others: readonly Absence[]
    /** Where the people named are seen. */
    href: string
  }
}

const decidedByOthers = {
  fr: 'vous avez changé ce scrutin au calendrier, une autre personne doit décider',
  en: 'you changed this election in the calendar, someone else must decide',
}

const missingFor = (absences: readonly Absence[], href: string, fr: string, en: string) =>
  absences.map(({ name, pollingOn, from, to, isFormer }) => ({
    label: {
      fr: `${name}, du ${from} au ${to} (élections du ${pollingOn}) : ${isFormer ? decidedByOthers.fr : fr}`,
      en: `${name}, ${from} to ${to} (election of ${pollingOn}): ${isFormer ? decidedByOthers.en : en}`,
    },
    href,
  }))
const proof = (href: string) => ({
  label: { fr: 'Personnes réservées et calendrier électoral', en: 'People booked and electoral calendar' },
  href,
})

export const criticalStayHome = gate<AbsenceFacts>({
  id: 'P7-G6',
  principle: 7,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Aucune fonction critique n’est retenue ailleurs des 60 jours avant aux 10 jours après nos élections générales.',
    en: 'No critical function is held elsewhere from 60 days before our general elections until 10 days after.',
  },
  evaluate: ({ away }) =>
    away.named === 0
      ? notApplicable
      : verdictOf(
          missingFor(
            away.critical,
            away.href,
            'choisir une autre personne ou d’autres jours',
            'choose others or other days',
          ),
          [proof(away.href)],
        ),
})

export const othersByWaiver = gate<AbsenceFacts, Role>({
  id: 'P7-G6',
  principle: 7,
  kind: 'waivable',
  waivedBy: ['executive'],
  ruleVersion: 1,
  asks: {
    fr: 'Les autres fonctions ne s’éloignent pendant nos élections générales qu’avec une dérogation de la direction.',
    en: 'Other functions are away during our general elections only with a waiver by the executive.',
  },
  evaluate: ({ away }) =>
    away.others.length > 0
      ? verdictOf(missingFor(away.others, away.href, 'demander une dérogation', 'ask for a waiver'), [])
      : away.named === 0
        ? notApplicable
        : passed(proof(away.href)),
})
