import { earlier, type Gate, type GateState, isFailed, isPassed, type Verdict } from '@entente/shared/kernel/gate'
import type { Locale } from '@entente/shared/kernel/text'
import type { Tx } from '../database/client.ts'
import { newId } from '../database/ids.ts'
import type { Actor } from './policy.ts'
import { ProblemError } from './problems.ts'

/** One gate as it was found: its verdict, its state once waivers count, and what it read. */
export type Evaluated<Role extends string = string> = {
  gate: Omit<Gate<never, Role>, 'evaluate'>
  state: GateState
  verdict: Verdict
  /** The last day on which this state holds by itself; null sets no end. */
  until: string | null
  inputs: Record<string, unknown>
}

/** Remembers which facts a gate looks at, so that exactly those are stored with its result. */
const watch = <F extends object>(facts: F) => {
  const read = new Set<string>()
  const watched = new Proxy(facts, {
    get: (target, key, receiver) => {
      if (typeof key === 'string') read.add(key)
      return Reflect.get(target, key, receiver)
    },
  })
  return { watched, inputs: () => Object.fromEntries([...read].map((key) => [key, Reflect.get(facts, key)])) }
}

/** Evaluates gates on facts. A failed waivable gate that a waiver lifts is `waived`, until the last day of the waiver. */
export const evaluateGates = <F extends object, Role extends string>(
  gates: readonly Gate<F, Role>[],
  facts: F,
  lifted: ReadonlyMap<string, string> = new Map(),
): Evaluated<Role>[] =>
  gates.map(({ evaluate, ...gate }) => {
    const { watched, inputs } = watch(facts)
    const verdict = evaluate(watched)
    const lifts = isFailed(verdict) && gate.kind === 'waivable' ? lifted.get(gate.id) : undefined
    const until = earlier(verdict.until, lifts)
    return { gate, verdict, state: lifts === undefined ? verdict.state : 'waived', until, inputs: inputs() }
  })

/** Gates that stop the way: failed, and not merely advisory. */
export const blocking = <Role extends string>(evaluated: readonly Evaluated<Role>[]) =>
  evaluated.filter((item) => isFailed(item) && item.gate.kind !== 'advisory')

/** When gates were asked: a word of the caller, and the record it was about where that is not the program itself. */
export type Occasion = {
  occasion: string
  programId: string | null
  subjectId?: string
  from: string
  to: string
}

/** Stores every evaluation with inputs, rule version, person and time, in the transaction it belongs to. */
export const recordEvaluations = async (tx: Tx, actor: Actor, on: Occasion, evaluated: readonly Evaluated[]) => {
  const rows = evaluated.map(({ gate, state, verdict, inputs }) => ({
    id: newId(),
    gate: gate.id,
    principle: gate.principle,
    kind: gate.kind,
    version: gate.ruleVersion,
    state,
    inputs,
    findings: verdict,
  }))
  await tx.db.$executeRaw`
    INSERT INTO gate_evaluations (id, program_id, allocation_id, occasion, from_stage, to_stage, gate_id, principle, kind,
      rule_version, state, inputs, findings, at, by_id)
    SELECT id, ${on.programId}::uuid, ${on.subjectId ?? null}::uuid, ${on.occasion}, ${on.from}, ${on.to}, gate, principle,
      kind, version, state, inputs, findings, ${tx.now}::timestamptz, ${actor.id}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS found (id uuid, gate text, principle int, kind text,
      version int, state text, inputs jsonb, findings jsonb)`
}

/** A gate's result in the reader's language. */
export const presentGate = ({ gate, state, verdict }: Evaluated, locale: Locale) => ({
  id: gate.id,
  kind: gate.kind,
  state,
  principle: gate.principle,
  ruleVersion: gate.ruleVersion,
  message: gate.asks[locale],
  missing: isFailed(verdict) ? verdict.missing.map(({ label, href }) => ({ label: label[locale], href })) : [],
  evidence: isPassed(verdict) ? verdict.evidence.map(({ label, href }) => ({ label: label[locale], href })) : [],
  waivedBy: [...(gate.waivedBy ?? [])],
})

/** The refusal that names every gate in the way, and where to mend each (409). */
export const gateFailed = (failed: readonly Evaluated[], locale: Locale, { from, to }: { from: string; to: string }) =>
  new ProblemError('gate-failed', {
    detail: {
      fr: `Il manque : ${failed.map(({ gate }) => gate.id).join(', ')}. Rien n’a changé.`,
      en: `Not met: ${failed.map(({ gate }) => gate.id).join(', ')}. Nothing has changed.`,
    },
    extra: { gates: failed.map((item) => ({ ...presentGate(item, locale), from, to })) },
  })
