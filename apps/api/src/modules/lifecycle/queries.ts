import type { lifecycle } from '@entente/shared/lifecycle/contract'
import { openMoves, stepsTo } from '@entente/shared/lifecycle/workflow'
import { nextStage } from '@entente/shared/programs/workflow'
import { type CallOf, reading } from '../../platform/records/call.ts'
import type { Tx } from '../../platform/database/client.ts'
import { blocking, type Evaluated, evaluateGates, presentGate } from '../../platform/rules/gates.ts'
import type { Actor } from '../../platform/rules/policy.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { activeWaivers } from '../decisions/facts.ts'
import type { ProgramRow, Standing } from '../programs/presenter.ts'
import { programRow } from '../programs/queries.ts'
import { namesOf } from '../users/queries.ts'
import { factsOf } from './facts.ts'
import { compassOf, presentEvaluation } from './presenter.ts'

/** The latest evaluation of every gate of each program. */
const latestEvaluations = async (tx: Tx, ids: readonly string[]) =>
  tx.db.gateEvaluation.findMany({
    where: { programId: { in: [...ids] } },
    distinct: ['programId', 'gateId'],
    orderBy: [{ programId: 'asc' }, { gateId: 'asc' }, { at: 'desc' }, { id: 'desc' }],
    select: { programId: true, gateId: true, principle: true, state: true, findings: true },
  })

/** Compass and open moves of each program, for whoever presents it. */
export const standings = async (
  tx: Tx,
  actor: Actor,
  rows: readonly ProgramRow[],
): Promise<ReadonlyMap<string, Standing>> => {
  const evaluations = await latestEvaluations(
    tx,
    rows.map((row) => row.id),
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        compass: compassOf(
          evaluations.filter((item) => item.programId === row.id),
          actor.language,
        ),
        moves: row.suspendedCause === null ? openMoves(row.path, row.stage, actor.roles) : [],
      },
    ]),
  )
}

/** Gates into the next stage of each program, as they stand now; nothing for a program that moves no more. */
export const nextGates = async (tx: Tx, rows: readonly ProgramRow[]): Promise<ReadonlyMap<string, Evaluated[]>> => {
  const [facts, waivers] = [
    await factsOf(tx, rows),
    await activeWaivers(
      tx,
      rows.map((row) => row.id),
    ),
  ]
  return new Map(
    rows.map((row) => {
      const next = nextStage(row.path, row.stage)
      const of = facts.get(row.id)
      const [step] = next === null ? [] : stepsTo(row.path, row.stage, next)
      return [row.id, step === undefined || of === undefined ? [] : evaluateGates(step.gates, of, waivers.get(row.id))]
    }),
  )
}

/** Which of these programs cannot move on for now. */
export const blockedAmong = async (tx: Tx, ids: readonly string[]) => {
  const rows = await tx.db.program.findMany({ where: { id: { in: [...ids] } }, include: { stages: true } })
  const gates = await nextGates(tx, rows)
  return new Set(ids.filter((id) => blocking(gates.get(id) ?? []).length > 0))
}

/** Every gate between here and a later stage (or into an end), as it stands now. Nothing is stored. */
export const gateReport = async (call: CallOf<typeof lifecycle.gates>) => {
  const tx = await reading(call.server)
  const { id } = call.params
  const { to } = call.query
  const row = await programRow(tx, id)
  const steps = stepsTo(row.path, row.stage, to)
  if (steps.length === 0) throw new ProblemError('no-such-transition')
  const [facts, waivers] = [await factsOf(tx, [row]), await activeWaivers(tx, [id])]
  const of = facts.get(id)
  if (of === undefined) throw new Error('A program was read without its facts')
  const evaluated = steps.map((step) => ({ step, gates: evaluateGates(step.gates, of, waivers.get(id)) }))
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
