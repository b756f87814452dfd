import { gate, holdsUntil, type Missing, verdictOf } from '../kernel/gate.ts'
import { counted } from '../kernel/text.ts'
import type { ParticipationFacts } from '../participation/gates.ts'
import { placeOf, type ProgramFacts } from '../programs/rules.ts'

/** What the closing reads of what was begun and is not over yet. */
export type ClosingFacts = {
  /** Activities of the kind mission that are on the board and not done. */
  openMissions: number
  /** Waivers that were asked for and not decided. */
  awaitedWaivers: number
}
type Facts = ProgramFacts & ParticipationFacts & ClosingFacts

const day = 86_400_000
const dayBefore = (on: string) => new Date(Date.parse(on) - day).toISOString().slice(0, 10)

/** Questions that were not answered and may still be; five working days of silence end one. */
const stillAsked = ({ consultations, today }: Facts) =>
  consultations.filter(({ answeredAt, silenceOn }) => answeredAt === null && silenceOn > today)

const openItems = (facts: Facts): (Missing | false)[] => {
  const { id } = facts.program
  const { openMissions, awaitedWaivers } = facts
  const asked = counted(stillAsked(facts).length, ['consultation', 'consultations'], ['consultation', 'consultations'])
  const missions = counted(openMissions, ['mission', 'missions'], ['mission', 'missions'])
  const waivers = counted(awaitedWaivers, ['dérogation', 'dérogations'], ['waiver', 'waivers'])
  return [
    stillAsked(facts).length > 0 && {
      label: { fr: `Attendre ou inscrire l’avis : ${asked.fr}`, en: `Await or record the opinion: ${asked.en}` },
      href: placeOf(id, 'partners', 'consultations'),
    },
    openMissions > 0 && {
      label: { fr: `Terminer ou archiver : ${missions.fr}`, en: `Finish or archive: ${missions.en}` },
      href: placeOf(id, 'activities'),
    },
    awaitedWaivers > 0 && {
      label: { fr: `Faire trancher : ${waivers.fr}`, en: `Have decided: ${waivers.en}` },
      href: placeOf(id, 'decision', 'waivers'),
    },
  ]
}

/** Asked with the gates that stand until the end: the ledger (P7-G10) and the objections (P5-G5). */
export const nothingLeftOpen = gate<Facts>({
  id: 'P5-G10',
  principle: 5,
  kind: 'hard',
  ruleVersion: 1,
  asks: {
    fr: 'Rien de ce qui fut entrepris n’attend encore : ni avis, ni mission, ni dérogation.',
    en: 'Nothing that was begun still waits: no opinion, no mission, no waiver.',
  },
  evaluate: (facts) => {
    const silences = stillAsked(facts).map(({ silenceOn }) => silenceOn)
    const [first] = silences.toSorted()
    const href = placeOf(facts.program.id, 'activities')
    const evidence = { label: { fr: 'Tout est terminé', en: 'All is finished' }, href }
    return holdsUntil(first === undefined ? null : dayBefore(first), verdictOf(openItems(facts), [evidence]))
  },
})
