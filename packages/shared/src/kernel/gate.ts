import { z } from 'zod'
import type { Label } from './text.ts'

export type Principle = 1 | 2 | 3 | 4 | 5 | 6 | 7
export const gateKind = z.enum(['hard', 'waivable', 'advisory'])
export type GateKind = z.infer<typeof gateKind>
export const gateState = z.enum(['passed', 'failed', 'waived', 'notApplicable'])
export type GateState = z.infer<typeof gateState>

/** Something a person must do before the gate opens, and the place in the interface where it is done. */
export type Missing = { label: Label; href: string }
/** What proves that a gate was met: a field, a document, a sign-off. */
export type Evidence = { label: Label; href: string }

/** What a gate says of facts. `until`: the last day (`YYYY-MM-DD`) on which it still says so by itself. */
export type Verdict = (
  | { state: 'passed'; evidence: Evidence[] }
  | { state: 'failed'; missing: [Missing, ...Missing[]] }
  | { state: 'notApplicable' }
) & { until?: string }

/** Whether a verdict, or a gate as it was found, is of this kind; what only that kind carries is then there to read. */
const found =
  <State extends GateState>(state: State) =>
  <Found extends { state: GateState }>(one: Found): one is Found & { state: State } =>
    one.state === state
export const isPassed = found('passed')
export const isFailed = found('failed')
export const isWaived = found('waived')
/** A gate whose facts give it nothing to ask stands in nobody’s way and proves nothing. */
export const isNotApplicable = found('notApplicable')

/** A rule at a transition: a pure function of facts. `F` holds everything it reads; nothing else reaches it. */
export type Gate<F, Role extends string = never> = {
  id: string
  principle: Principle
  kind: GateKind
  /** Roles that may grant a waiver; only for `waivable` gates. */
  waivedBy?: readonly Role[]
  /** Raised whenever the meaning of the rule changes; stored with every evaluation. */
  ruleVersion: number
  /** What the gate asks, in one sentence. */
  asks: Label
  evaluate: (facts: F) => Verdict
}

/** Keeps the type of a gate's facts while listing it. */
export const gate = <F, Role extends string = never>(definition: Gate<F, Role>): Gate<F, Role> => definition

export const passed = (...evidence: Evidence[]): Verdict => ({ state: 'passed', evidence })
export const notApplicable: Verdict = { state: 'notApplicable' }

/** Passed when nothing is missing; otherwise failed with all that is. */
export const verdictOf = (missing: readonly (Missing | false)[], evidence: Evidence[]): Verdict => {
  const [first, ...rest] = missing.filter((item) => item !== false)
  return first === undefined ? passed(...evidence) : { state: 'failed', missing: [first, ...rest] }
}

/** A verdict that holds by itself through this day only; null sets no end. */
export const holdsUntil = (day: string | null, verdict: Verdict): Verdict =>
  day === null ? verdict : { ...verdict, until: day }

/** The earlier of two days, either of which may be none. */
export const earlier = (one: string | null | undefined, other: string | null | undefined) =>
  [one, other].filter((day) => day !== null && day !== undefined).toSorted()[0] ?? null
