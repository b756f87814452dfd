import {
  type AcceptanceFacts,
  type AnalysisFacts,
  analysisBeforeCommitment,
  analysisInForce,
  harmAndAlternatives,
  independentReview,
} from '../analyses/gates.ts'
import { fundedProgram, ledgerReconciled, type ResourceFacts } from '../resources/requests/gates.ts'
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
import { type AgreementFacts, notAlone, type PartnershipFacts } from '../partnerships/gates.ts'
import type { ProgramFacts } from '../programs/rules.ts'
import {
  hasReached,
  isEnd,
  isFinal,
  nextStage,
  type Path,
  paths,
  positionOf,
  type Stage,
} from '../programs/workflow.ts'
import {
  competentAuthority,
  leadTime,
  type RequestFacts,
  verifiedByAnother,
  verifiedRequest,
} from '../requests/gates.ts'
import { hostAgreedTerms, type SafeguardFacts } from '../safeguards/gates.ts'
import { evaluationFiled, type TransferFacts, transferObjective, verifiedTransfer } from '../transfer/gates.ts'
import type { Role } from '../users/contract.ts'

/** All that the gates of a program read, gathered inside the transaction that moves it. */
export type Facts = ProgramFacts &
  RequestFacts &
  AnalysisFacts &
  AcceptanceFacts &
  SafeguardFacts &
  TransferFacts &
  PartnershipFacts &
  AgreementFacts &
  ParticipationFacts &
  DecisionRecordFacts &
  DecisionFacts &
  ResourceFacts

export type ProgramGate = Gate<Facts, Role>

/** Gates on the way into each stage: the policy, in one table. */
export const gatesInto: Record<Path, Partial<Record<Stage, readonly ProgramGate[]>>> = {
  standard: {
    admissibility: [verifiedByAnother],
    analysis: [verifiedRequest, competentAuthority, leadTime],
    decision: [independentReview, harmAndAlternatives, analysisInForce],
    design: [
      analysisBeforeCommitment,
      analysisInForce,
      transferObjective,
      opinionsBeforeDecision,
      objectionsAnswered,
      governmentAuthorization,
      withinMandate,
    ],
    allocation: [hostAgreedTerms, notAlone],
    implementation: [fundedProgram],
    closing: [verifiedTransfer],
    evaluation: [ledgerReconciled],
    closed: [evaluationFiled],
    declined: [declineRecorded],
    redirected: [redirectionRecorded],
  },
  short: {
    admissibility: [verifiedByAnother],
    decision: [verifiedRequest, competentAuthority],
    allocation: [opinionsBeforeDecision, governmentAuthorization],
    implementation: [fundedProgram],
    closing: [verifiedTransfer],
    closed: [ledgerReconciled],
    declined: [declineRecorded],
    redirected: [redirectionRecorded],
  },
}

/** Every gate that can be asked for a waiver, by id. */
export const gatesById = new Map(
  Object.values(gatesInto).flatMap((byStage) =>
    Object.values(byStage).flatMap((gates) => gates.map((item) => [item.id, item] as const)),
  ),
)

const movers: Record<'forward' | 'declined' | 'redirected' | 'withdrawn' | 'cancelled', readonly Role[]> = {
  forward: ['coordinator'],
  declined: ['coordinator', 'executive'],
  redirected: ['coordinator', 'executive'],
  withdrawn: ['coordinator'],
  cancelled: ['executive'],
}

/** Roles that may make this move, gates aside; none when there is no such transition. */
export const moversOf = (path: Path, from: Stage, to: Stage): readonly Role[] => {
  if (isFinal(from)) return []
  if (!isEnd(to)) return nextStage(path, from) === to ? movers.forward : []
  const undecided = path === 'standard' ? 'design' : 'allocation'
  const tooLate = (to === 'declined' || to === 'redirected') && hasReached(path, from, undecided)
  return tooLate ? [] : movers[to]
}

/** Stages someone with these roles may move a program to now, gates aside. */
export const openMoves = (path: Path, from: Stage, roles: readonly string[]): Stage[] => {
  const next = nextStage(path, from)
  const targets: Stage[] = [...(next === null ? [] : [next]), 'declined', 'redirected', 'withdrawn', 'cancelled']
  return targets.filter((to) => moversOf(path, from, to).some((role) => roles.includes(role)))
}

export type Step = { from: Stage; to: Stage; gates: readonly ProgramGate[] }

/** Every transition from `from` up to `to`; for an end, the one into it. Empty when `to` is not ahead. */
export const stepsTo = (path: Path, from: Stage, to: Stage): Step[] => {
  if (isEnd(to)) return moversOf(path, from, to).length > 0 ? [{ from, to, gates: gatesInto[path][to] ?? [] }] : []
  const stages: readonly Stage[] = paths[path]
  const start = positionOf(path, from)
  if (start < 0 || isFinal(from)) return []
  return stages.slice(start, Math.max(start, stages.indexOf(to))).map((stage, index) => {
    const next = stages[start + index + 1] ?? stage
    return { from: stage, to: next, gates: gatesInto[path][next] ?? [] }
  })
}
