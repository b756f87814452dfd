import type { lifecycle } from '@entente/shared/lifecycle/contract'
import { openMoves, type Step, stepsTo } from '@entente/shared/lifecycle/workflow'
import { isFailed } from '@entente/shared/kernel/gate'
import { askedInto, inForceAt } from '@entente/shared/proof/rules'
import { isEnd, nextStage } from '@entente/shared/programs/workflow'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { blocking, presentGate } from '../../platform/rules/gates.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { evaluateFor } from '../proof/facts.ts'
import { compassOf, type GateRow, isBroken, toPutRight } from '../proof/presenter.ts'
import { gatesAsStored, gatesToday } from '../proof/queries.ts'
import type { ProgramRow, Standing } from '../programs/presenter.ts'
import { programRow } from '../programs/queries.ts'
import { isInternal } from '../users/policy.ts'
import { namesOf } from '../users/queries.ts'
import { presentEvaluation } from './presenter.ts'

/** Compass, what is to be put right, and open moves of a program whose gates stand like this. */
export const standingFrom = (row: ProgramRow, gates: readonly GateRow[], actor: Actor): Standing => ({
  compass: compassOf(gates, actor.language),
  toPutRight: toPutRight(gates, actor.language),
  moves: row.suspendedCause === null ? openMoves(row.path, row.stage, actor.roles) : [],
})

/** The same for each program, for whoever presents it. */
export const standings = async (
  tx: Tx,
  actor: Actor,
  rows: readonly ProgramRow[],
): Promise<ReadonlyMap<string, Standing>> => {
  const gates = isInternal(actor) ? await gatesToday(tx, rows) : await gatesAsStored(tx, rows)
  return new Map(rows.map((row) => [row.id, standingFrom(row, gates.get(row.id) ?? [], actor)]))
}

/** The gates that keep a program from its next stage: those to put right, and those of that stage that fail. */
export const inTheWay = ({ path, stage }: ProgramRow, gates: readonly GateRow[]): GateRow[] => {
  const next = nextStage(path, stage)
  if (next === null) return []
  const asked = new Set(askedInto(path, next).map(({ gate }) => gate.id))
  return gates.filter((row) => isBroken(row) || (asked.has(row.gateId) && isFailed(row) && row.kind !== 'advisory'))
}

/** Which of these programs cannot move on for now. */
export const blockedAmong = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx.db.program.findMany({ where: { id: { in: [...ids] } }, include: { stages: true } })
  const gates = await gatesToday(tx, rows)
  return new Set(rows.filter((row) => inTheWay(row, gates.get(row.id) ?? []).length > 0).map((row) => row.id))
}

/** What a move must meet: what is in force where the program stands, and what the new stage asks. An end asks its own. */
export const askedBy = ({ path, stage }: ProgramRow, { from, to, asks }: Step) =>
  isEnd(to) || from !== stage ? asks : [...inForceAt(path, stage), ...asks]

/** Every gate between here and a later stage (or into an end), and those to put right, as they stand now. */
export const gateReport = async (call: CallOf<typeof lifecycle.gates>) => {
  const tx = await reading(call.server)
  const { to } = call.query
  const row = await programRow(tx, call.params.id)
  const steps = stepsTo(row.path, row.stage, to)
  if (steps.length === 0) throw new ProblemError('no-such-transition')
  const evaluate = await evaluateFor(tx, row)
  const evaluated = steps.map((step) => {
    const isNew = new Set(step.asks.map(({ gate }) => gate.id))
    const found = evaluate(askedBy(row, step))
    return { step, gates: found.filter((one) => isNew.has(one.gate.id) || blocking([one]).length > 0) }
  })
  return {
    to,
    passable: evaluated.every(({ gates }) => blocking(gates).length === 0),
    gates: evaluated.flatMap(({ step, gates }) =>
      gates.map((item) => ({ ...presentGate(item, call.locale), from: step.from, to: step.to })),
    ),
  }
}

/** Past evaluations with what each read: the answer to "Why?". */
export const evaluationsOf = async (call: CallOf<typeof lifecycle.evaluations>) => {
  const tx = await reading(call.server)
  const rows = await tx.db.gateEvaluation.findMany({ where: { programId: call.params.id }, orderBy: { id: 'desc' } })
  const people = await namesOf(
    tx,
    rows.map((row) => row.byId),
  )
  return { items: rows.map((row) => presentEvaluation(row, people)) }
}
