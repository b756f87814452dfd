import { gate, holdsUntil, notApplicable, verdictOf } from '../kernel/gate.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'
import { hasReached } from '../programs/workflow.ts'
import type { AuthorityType } from './contract.ts'
import { canAskOfficially, leadTimeDays, minimumLeadTimeDays } from './rules.ts'
import { isValid, type RequestState } from './workflow.ts'

/** What the first principle reads: the one request of the program. */
export type RequestFacts = {
  request: {
    number: number
    state: RequestState
    authorityType: AuthorityType
    registeredById: string
    verifiedById: string | null
    letterDocumentId: string | null
    receivedOn: string
    eventOn: string | null
  }
}
type Facts = ProgramFacts & RequestFacts

const at = (facts: Facts, field: string) => placeOf(facts.program.id, 'request', field)

export const verifiedRequest = gate<Facts>({
  id: 'P1-G1',
  principle: 1,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Une demande officielle valide, accompagnée de sa lettre, est au dossier.',
    en: 'A valid official request is on file, with its letter.',
  },
  evaluate: (facts) =>
    verdictOf(
      [
        !isValid(facts.request) && {
          label: {
            fr: 'Faire vérifier la demande par une deuxième personne',
            en: 'Have a second person verify the request',
          },
          href: at(facts, 'verification'),
        },
        facts.request.letterDocumentId === null && {
          label: { fr: 'Joindre la lettre de demande', en: 'Attach the letter of request' },
          href: at(facts, 'letterDocumentId'),
        },
      ],
      [
        {
          label: { fr: `Demande nº ${facts.request.number}`, en: `Request no. ${facts.request.number}` },
          href: at(facts, 'letterDocumentId'),
        },
      ],
    ),
})

export const competentAuthority = gate<Facts>({
  id: 'P1-G2',
  principle: 1,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'La demande vient d’une autorité compétente : ni parti, ni candidature, ni firme privée, ni ONG seule.',
    en: 'The request comes from a competent authority: not a party, candidate, private firm or lone NGO.',
  },
  evaluate: (facts) =>
    verdictOf(
      [
        !canAskOfficially(facts.request.authorityType) && {
          label: {
            fr: 'L’autorité requérante ne peut pas demander : décliner ou réorienter',
            en: 'The requesting authority cannot ask: decline or redirect',
          },
          href: at(facts, 'requestingAuthority'),
        },
      ],
      [{ label: { fr: 'Autorité requérante', en: 'Requesting authority' }, href: at(facts, 'requestingAuthority') }],
    ),
})

export const verifiedByAnother = gate<Facts>({
  id: 'P1-G3',
  principle: 1,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Une personne autre que celle qui a inscrit la demande en a vérifié l’authenticité.',
    en: 'Someone other than the person who registered the request verified that it is authentic.',
  },
  evaluate: (facts) =>
    verdictOf(
      [
        (facts.request.verifiedById === null || facts.request.verifiedById === facts.request.registeredById) && {
          label: { fr: 'À vérifier par une deuxième personne', en: 'To be verified by a second person' },
          href: at(facts, 'verification'),
        },
      ],
      [
        {
          label: { fr: 'Vérification de la demande', en: 'Verification of the request' },
          href: at(facts, 'verification'),
        },
      ],
    ),
})

export const leadTime = gate<Facts, 'executive'>({
  id: 'P1-G4',
  principle: 1,
  kind: 'waivable',
  waivedBy: ['executive'],
  ruleVersion: 2,
  asks: {
    fr: `La demande est reçue au moins ${minimumLeadTimeDays} jours avant le scrutin.`,
    en: `The request is received at least ${minimumLeadTimeDays} days before polling day.`,
  },
  evaluate: (facts) => {
    const { today, program, request } = facts
    const days = leadTimeDays(request.receivedOn, request.eventOn)
    if (days === null || request.eventOn === null) return notApplicable
    const isOver = request.eventOn < today
    // Once the poll is over its lead time means nothing more, but to a program that was never accepted in time.
    if (isOver && (days >= minimumLeadTimeDays || hasReached(program.path, program.stage, 'design')))
      return notApplicable
    const verdict = verdictOf(
      [
        days < minimumLeadTimeDays && {
          label: {
            fr: `Délai de ${days} jours sur ${minimumLeadTimeDays} : demander une dérogation, décliner ou réorienter`,
            en: `${days} days of ${minimumLeadTimeDays}: ask for a waiver, decline or redirect`,
          },
          href: at(facts, 'electoralEvent'),
        },
      ],
      [{ label: { fr: `Délai de ${days} jours`, en: `Lead time of ${days} days` }, href: at(facts, 'electoralEvent') }],
    )
    return holdsUntil(isOver ? null : request.eventOn, verdict)
  },
})
