import { othersByWaiver } from '../calendar/gates.ts'
import { type Label, withFrenchFirst } from '../kernel/text.ts'
import { notAlone } from '../partnerships/gates.ts'
import { hasReached, isFinal, type Path, type Stage } from '../programs/workflow.ts'
import { leadTime } from '../requests/gates.ts'
import type { Role } from '../users/contract.ts'
import type { DecisionOutcome } from './contract.ts'
import { driftRevised } from './drift-gates.ts'

/** Gates that can be waived, with the roles that may grant it (domain.md, 6.12). A test holds it equal to the policy’s gates. */
export const waivableGates: ReadonlyMap<string, readonly Role[]> = new Map(
  [leadTime, notAlone, othersByWaiver, driftRevised].map((item) => [item.id, item.waivedBy ?? []]),
)

/** Gates that are asked of each person and their days: a waiver for one opens them for nobody else (domain.md, P7-G6). */
export const gatesOfPersons: ReadonlySet<string> = new Set([othersByWaiver.id])

/** Who grants waivers, from the lower role to the higher. */
const ranks: readonly Role[] = ['manager', 'executive']

/**
 * Roles that decide a waiver of this gate when so many went before it in a row: each time one level up, and at the top
 * by another person of the same role (domain.md, 6.12).
 */
export const waivedAt = (gateId: string, level: number): readonly Role[] => {
  const roles = ranks.filter((role) => waivableGates.get(gateId)?.includes(role))
  return roles.slice(Math.min(level, roles.length - 1))
}

/** Longest time a waiver may last. */
export const waiverDays = 90

export const isAcceptance = (outcome: DecisionOutcome) => outcome === 'accept' || outcome === 'acceptWithConditions'
export const isRefusal = (outcome: DecisionOutcome): outcome is 'decline' | 'redirect' =>
  outcome === 'decline' || outcome === 'redirect'

const stagesOfUse: readonly Stage[] = ['allocation', 'implementation']

/**
 * Outcomes an executive may record now: a refusal until the program is accepted, the others at its decision. While
 * resources are approved, a plan that was revised since it was accepted may be decided again (P7-G7).
 */
export const outcomesAt = (path: Path, stage: Stage, isRevised: boolean): DecisionOutcome[] => {
  if (isRevised && stagesOfUse.includes(stage)) return ['accept', 'acceptWithConditions']
  if (isFinal(stage) || hasReached(path, stage, path === 'standard' ? 'design' : 'allocation')) return []
  const refusals: DecisionOutcome[] = ['decline', 'redirect']
  return stage === 'decision' ? ['accept', 'acceptWithConditions', 'defer', ...refusals] : refusals
}

export type LetterData = {
  outcome: 'decline' | 'redirect'
  reference: string
  authorityName: string
  /** Day of the request’s reception and of the decision, `YYYY-MM-DD`. */
  receivedOn: string
  decidedOn: string
  redirectedTo: string | null
  signedBy: string
}

const longDay = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
const frenchDay = (day: string) => withFrenchFirst(longDay(day, 'fr-CA'))

const inFrench = (data: LetterData) => {
  const next =
    data.outcome === 'redirect'
      ? `Après un examen attentif, nous croyons que ${data.redirectedTo ?? 'un autre organisme'} est mieux placé pour y répondre. Nous vous invitons à lui transmettre votre demande ; nous pouvons, si vous le souhaitez, faciliter ce premier contact.`
      : 'Après un examen attentif, nous ne sommes malheureusement pas en mesure d’y donner suite pour le moment. Cette réponse ne préjuge en rien d’une demande que vous pourriez nous adresser plus tard.'
  return [
    `Québec, le ${frenchDay(data.decidedOn)}`,
    `${data.authorityName}\nObjet : votre demande de coopération électorale (notre référence : ${data.reference})`,
    'Madame, Monsieur,',
    `Nous vous remercions de la confiance que vous nous témoignez par votre demande, reçue le ${frenchDay(data.receivedOn)}.`,
    next,
    'Nous vous souhaitons plein succès dans vos travaux et demeurons à votre disposition pour toute question.',
    'Veuillez agréer, Madame, Monsieur, l’expression de notre considération distinguée.',
    data.signedBy,
  ].join('\n\n')
}

const inEnglish = (data: LetterData) => {
  const next =
    data.outcome === 'redirect'
      ? `After careful consideration, we believe that ${data.redirectedTo ?? 'another body'} is better placed to respond. We invite you to send it your request; should you wish, we can help with this first contact.`
      : 'After careful consideration, we are unfortunately not in a position to act on it at this time. This answer in no way prejudges any request you may send us later.'
  return [
    `Québec, ${longDay(data.decidedOn, 'en-CA')}`,
    `${data.authorityName}\nSubject: your request for electoral cooperation (our reference: ${data.reference})`,
    'Dear Sir or Madam,',
    `We thank you for the confidence you have shown us with your request, received on ${longDay(data.receivedOn, 'en-CA')}.`,
    next,
    'We wish you every success in your work and remain at your disposal for any question.',
    'Yours sincerely,',
    data.signedBy,
  ].join('\n\n')
}

/** The courteous letter of a refusal, in both languages. It is made from these data alone: the internal reason never reaches it. */
export const refusalLetter = (data: LetterData): Label => ({ fr: inFrench(data), en: inEnglish(data) })
