import { z } from 'zod'
import {
  type AcceptanceFacts,
  type AnalysisFacts,
  analysedSince,
  analysisBeforeCommitment,
  analysisInForce,
  type ContextFacts,
  harmAndAlternatives,
  independentReview,
} from '../analyses/gates.ts'
import {
  type DecisionFacts,
  declineRecorded,
  governmentAuthorization,
  redirectionRecorded,
  withinMandate,
} from '../decisions/gates.ts'
import type { Gate } from '../kernel/gate.ts'
import {
  type DecisionRecordFacts,
  objectionsAnswered,
  opinionsBeforeDecision,
  type ParticipationFacts,
} from '../participation/gates.ts'
import { agreementInForce, type AgreementFacts, notAlone, type PartnershipFacts } from '../partnerships/gates.ts'
import type { Commitment } from '../programs/options.ts'
import type { ProgramFacts } from '../programs/rules.ts'
import { type Path, positionOf, type Stage } from '../programs/workflow.ts'
import {
  competentAuthority,
  leadTime,
  type RequestFacts,
  stillHolds,
  verifiedByAnother,
  verifiedRequest,
} from '../requests/gates.ts'
import { fundedProgram, ledgerReconciled, type ResourceFacts } from '../resources/requests/gates.ts'
import { hostAgreedTerms, type SafeguardFacts } from '../safeguards/gates.ts'
import { evaluationFiled, type TransferFacts, transferObjective, verifiedTransfer } from '../transfer/gates.ts'
import type { Role } from '../users/contract.ts'
import { type ClosingFacts, nothingLeftOpen } from './gates.ts'

/** All that the gates of a program read, gathered inside the transaction that asks them. */
export type Facts = ProgramFacts &
  RequestFacts &
  AnalysisFacts &
  AcceptanceFacts &
  ContextFacts &
  SafeguardFacts &
  TransferFacts &
  PartnershipFacts &
  AgreementFacts &
  ParticipationFacts &
  DecisionRecordFacts &
  DecisionFacts &
  ResourceFacts &
  ClosingFacts

export type ProgramGate = Gate<Facts, Role>

/** One line of the policy: a gate, and from when to when it must hold. */
export type Requirement = {
  gate: ProgramGate
  /** Per path, the stage on whose entry it is asked first; a path that is not named never asks it. */
  from: Partial<Record<Path, Stage>>
  /** The last stage in which it must still hold. */
  until: Stage
  /** Commitments that ask it although its stage has not come. */
  guards: readonly Commitment[]
}

const everything: readonly Commitment[] = [
  'decide',
  'agreement',
  'terms',
  'approval',
  'money',
  'mission',
  'share',
  'publication',
]
const onBoth = (stage: Stage) => ({ standard: stage, short: stage })
const binding: readonly Commitment[] = ['agreement', 'terms', 'approval', 'money', 'mission', 'publication']

/**
 * The policy, in one table: every gate of a program, in the order of the stages. A gate in force must hold for every
 * move forward and for every commitment of the program; what holds no longer is to be put right.
 */
export const requirements: readonly Requirement[] = [
  { gate: verifiedByAnother, from: onBoth('admissibility'), until: 'closed', guards: everything },
  { gate: verifiedRequest, from: { standard: 'analysis', short: 'decision' }, until: 'closed', guards: everything },
  { gate: competentAuthority, from: { standard: 'analysis', short: 'decision' }, until: 'closed', guards: everything },
  { gate: stillHolds, from: { standard: 'analysis', short: 'decision' }, until: 'closed', guards: everything },
  { gate: leadTime, from: { standard: 'analysis' }, until: 'implementation', guards: [] },
  { gate: independentReview, from: { standard: 'decision' }, until: 'closed', guards: ['decide'] },
  { gate: harmAndAlternatives, from: { standard: 'decision' }, until: 'closed', guards: ['decide'] },
  // An approval asks for a fresh analysis again; what was committed on one goes on.
  { gate: analysisInForce, from: { standard: 'decision' }, until: 'decision', guards: ['decide', 'approval'] },
  { gate: analysedSince, from: { standard: 'decision' }, until: 'implementation', guards: ['decide', ...binding] },
  { gate: analysisBeforeCommitment, from: { standard: 'design' }, until: 'closed', guards: binding },
  { gate: transferObjective, from: { standard: 'design' }, until: 'closed', guards: [] },
  { gate: opinionsBeforeDecision, from: { standard: 'design', short: 'allocation' }, until: 'closed', guards: [] },
  {
    gate: objectionsAnswered,
    from: { standard: 'design', short: 'allocation' },
    until: 'closed',
    guards: ['decide', 'agreement', 'terms', 'approval', 'money', 'mission'],
  },
  {
    gate: governmentAuthorization,
    from: { standard: 'design', short: 'allocation' },
    until: 'closed',
    guards: ['agreement', 'approval', 'money', 'mission'],
  },
  { gate: withinMandate, from: { standard: 'design' }, until: 'closed', guards: [] },
  { gate: hostAgreedTerms, from: { standard: 'allocation' }, until: 'closed', guards: ['mission'] },
  { gate: notAlone, from: { standard: 'allocation' }, until: 'closed', guards: [] },
  { gate: agreementInForce, from: { standard: 'allocation' }, until: 'implementation', guards: [] },
  { gate: fundedProgram, from: onBoth('implementation'), until: 'closed', guards: [] },
  { gate: verifiedTransfer, from: onBoth('closing'), until: 'closed', guards: [] },
  { gate: ledgerReconciled, from: { standard: 'evaluation', short: 'closed' }, until: 'closed', guards: [] },
  { gate: evaluationFiled, from: { standard: 'closed' }, until: 'closed', guards: [] },
  { gate: nothingLeftOpen, from: onBoth('closed'), until: 'closed', guards: [] },
  { gate: declineRecorded, from: onBoth('declined'), until: 'declined', guards: [] },
  { gate: redirectionRecorded, from: onBoth('redirected'), until: 'redirected', guards: [] },
]

/** Every gate of the policy, by id. */
export const gatesById = new Map(requirements.map(({ gate }) => [gate.id, gate] as const))

/** Where a requirement stands for a program: still to come, to be kept now, or over. */
export const phase = z.enum(['ahead', 'inForce', 'past'])
export type Phase = z.infer<typeof phase>

/** Where a requirement stands on a path at a stage; null when the path never asks it. */
export const phaseOf = ({ from, until }: Requirement, path: Path, stage: Stage): Phase | null => {
  const start = from[path]
  if (start === undefined) return null
  if (start === stage) return 'inForce'
  const [first, now, last] = [positionOf(path, start), positionOf(path, stage), positionOf(path, until)]
  // An end stands on no path: its own gate is asked by it alone.
  if (first < 0 || now < 0) return null
  if (now < first) return 'ahead'
  return last >= 0 && now > last ? 'past' : 'inForce'
}

/** Requirements a program must keep at a stage. */
export const inForceAt = (path: Path, stage: Stage) =>
  requirements.filter((requirement) => phaseOf(requirement, path, stage) === 'inForce')

/** Requirements first asked on the way into a stage. */
export const askedInto = (path: Path, stage: Stage) => requirements.filter(({ from }) => from[path] === stage)

/** The gates a commitment asks at a stage: those in force, and those that guard it on this path. */
export const guardsOf = (path: Path, stage: Stage, commitment: Commitment): ReadonlySet<string> => {
  const asked = requirements.filter((requirement) => {
    const phase = phaseOf(requirement, path, stage)
    return phase === 'inForce' || (phase !== null && requirement.guards.includes(commitment))
  })
  return new Set(asked.map(({ gate }) => gate.id))
}
