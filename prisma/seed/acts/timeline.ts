import type { Dossier } from '../portfolio/dossier.ts'
import { approve, ask, fillBoard, record, verifyTransfer } from './delivery.ts'
import {
  analyseAgain,
  decide,
  end,
  move,
  register,
  review,
  startAnalysis,
  submitAnalysis,
  suspend,
  verify,
} from './opening.ts'
import {
  agree,
  agreeTerms,
  answerObjections,
  consult,
  gather,
  learn,
  object,
  opine,
  proposeTerms,
  share,
} from './partners.ts'
import type { Stage } from './world.ts'

export type Act = { day: string; dossier: Dossier; play: (stage: Stage, dossier: Dossier) => Promise<void> }
type Entry = [day: string | undefined, play: Act['play']]

const fundingActs = (dossier: Dossier): Entry[] =>
  (dossier.funding ?? []).flatMap((funding): Entry[] => [
    [funding.asked, ask(funding)],
    [funding.approved?.on, approve(funding)],
    ...(funding.committed === undefined
      ? []
      : [[funding.committed.on, record('commitments', funding, funding.committed)] satisfies Entry]),
    ...(funding.spent ?? []).map((spending): Entry => [spending.on, record('expenses', funding, spending)]),
    ...(funding.released === undefined
      ? []
      : [[funding.released.on, record('releases', funding, funding.released)] satisfies Entry]),
  ])

const openingActs = (dossier: Dossier): Entry[] => [
  [dossier.received, register],
  [dossier.verified, verify],
  [dossier.admissible, move('admissibility')],
  [dossier.admissible, gather],
  [dossier.toAnalysis, move('analysis')],
  [dossier.analysis?.started, startAnalysis],
  [dossier.analysis?.submitted, submitAnalysis],
  [dossier.analysis?.approved, review('approved')],
  [dossier.analysis?.returned, review('returned')],
  [dossier.toDecision, move('decision')],
  ...(dossier.shares ?? []).map((grant): Entry => [grant.on, share(grant)]),
  [dossier.consulted, consult],
  [dossier.opinions, opine],
  [dossier.decided?.on, decide],
  ...(dossier.objections ?? []).flatMap((objection): Entry[] => [
    [objection.on, object(objection)],
    [objection.answered, answerObjections],
  ]),
  [dossier.toDesign, move('design')],
]

const deliveryActs = (dossier: Dossier): Entry[] => [
  [dossier.agreement?.on, agree],
  [dossier.terms?.proposed, proposeTerms],
  [dossier.terms?.agreed, agreeTerms],
  [dossier.toAllocation, move('allocation')],
  [dossier.analysis?.again, analyseAgain],
  ...fundingActs(dossier),
  [dossier.toImplementation, move('implementation')],
  [dossier.toImplementation, fillBoard],
  [dossier.transfer?.verified, verifyTransfer],
  [dossier.lesson?.on, learn],
  [dossier.toClosing, move('closing')],
  [dossier.toEvaluation, move('evaluation')],
  [dossier.toClosed, move('closed')],
  [dossier.suspended?.on, suspend],
  [dossier.ended?.on, end],
]

/** Everything that happened in all dossiers, in the order of the days. */
export const timelineOf = (dossiers: readonly Dossier[]): Act[] =>
  dossiers
    .flatMap((dossier) =>
      [...openingActs(dossier), ...deliveryActs(dossier)].flatMap(([day, play]) =>
        day === undefined ? [] : [{ day, dossier, play }],
      ),
    )
    .toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
