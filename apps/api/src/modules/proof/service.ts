import { isDeepStrictEqual } from 'node:util'
import { guardsOf } from '@entente/shared/proof/rules'
import { commitment } from '@entente/shared/programs/options'
import { outgrowsShortPath } from '@entente/shared/programs/rules'
import { isFinal } from '@entente/shared/programs/workflow'
import type { Actor } from '../../platform/rules/policy.ts'
import type { Consequence } from '../../platform/records/call.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { lockName, type Tx } from '../../platform/database/client.ts'
import { newId } from '../../platform/database/ids.ts'
import { blocking, gateFailed, recordEvaluations } from '../../platform/rules/gates.ts'
import { ProblemError } from '../../platform/rules/problems.ts'
import { programRow } from '../programs/queries.ts'
import { takeStandardPath } from '../programs/service.ts'
import { askedFor } from '../resources/requests/facts.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import type { GateRow } from './presenter.ts'
import { storedStandings, verdictIn } from './queries.ts'
import { evaluateRequirements, type Stood } from './facts.ts'

/** The act that changed how a gate stands. */
type Cause = { action: string; by: Pick<Actor, 'id' | 'name'> | null }

const isSame = (stored: GateRow | undefined, { phase, state, until, gate }: Stood) =>
  stored !== undefined &&
  stored.phase === phase &&
  stored.state === state &&
  stored.ruleVersion === gate.ruleVersion &&
  asOptionalDay(stored.until) === until

const hasSameFindings = (stored: GateRow, { verdict }: Stood) => {
  const { until: _until, ...findings } = verdict
  return isDeepStrictEqual(stored.findings, findings)
}

/** What is stored of how a gate stands: what proves it or what is missing, and nothing that stands in a column. */
const columnsOf = (programId: string, { gate, phase, state, until, verdict }: Stood) => {
  const { until: _until, ...findings } = verdict
  const { id, principle, kind, ruleVersion } = gate
  return { program: programId, gate: id, principle, kind, phase, state, until, version: ruleVersion, findings }
}

type Changed = ReturnType<typeof columnsOf>

const changeHistory = async (tx: Tx, changed: readonly Changed[], { action, by }: Cause) => {
  const rows = changed.map((row) => ({ ...row, id: newId() }))
  await tx.db.$executeRaw`
    INSERT INTO gate_changes (id, program_id, gate_id, principle, kind, phase, state, at, until, rule_version, findings,
      action, by_id, by_name)
    SELECT id, program, gate, principle, kind, phase, state, ${tx.now}::timestamptz, until, version, findings, ${action},
      ${by?.id ?? null}::uuid, ${by?.name ?? ''}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS made (id uuid, program uuid, gate text, principle int,
      kind text, phase text, state text, until date, version int, findings jsonb)`
}

const keepStandings = async (tx: Tx, changed: readonly Changed[], { action, by }: Cause) => {
  await tx.db.$executeRaw`
    INSERT INTO gate_standings (program_id, gate_id, principle, kind, phase, state, since, until, rule_version, findings,
      action, by_id, by_name)
    SELECT program, gate, principle, kind, phase, state, ${tx.now}::timestamptz, until, version, findings, ${action},
      ${by?.id ?? null}::uuid, ${by?.name ?? ''}
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS made (program uuid, gate text, principle int, kind text,
      phase text, state text, until date, version int, findings jsonb)
    ON CONFLICT (program_id, gate_id) DO UPDATE SET principle = excluded.principle, kind = excluded.kind,
      phase = excluded.phase, state = excluded.state, since = excluded.since, until = excluded.until,
      rule_version = excluded.rule_version, findings = excluded.findings, action = excluded.action,
      by_id = excluded.by_id, by_name = excluded.by_name`
}

/** What proves a gate was put in other words, and it stands as before: no change of its history. */
const reword = async (tx: Tx, reworded: readonly Changed[]) => {
  if (reworded.length === 0) return
  await tx.db.$executeRaw`
    UPDATE gate_standings s SET findings = made.findings
    FROM jsonb_to_recordset(${JSON.stringify(reworded)}::jsonb) AS made (program uuid, gate text, findings jsonb)
    WHERE s.program_id = made.program AND s.gate_id = made.gate`
}

/** What is over stands as it stood when it was last asked. */
const asItEnded = (stored: GateRow | undefined, one: Stood): Stood =>
  one.phase !== 'past' || stored === undefined
    ? one
    : {
        ...one,
        state: stored.state,
        until: null,
        verdict: verdictIn(stored),
        gate: { ...one.gate, ruleVersion: stored.ruleVersion },
      }

/** Keeps how the gates of a program stand, and every change of it; writes nothing where nothing changed. */
const keep = async (tx: Tx, programId: string, stored: readonly GateRow[], found: readonly Stood[], cause: Cause) => {
  const rowOf = new Map(stored.map((row) => [row.gateId, row]))
  const stood = found.map((one) => asItEnded(rowOf.get(one.gate.id), one))
  const changed = stood.filter((one) => !isSame(rowOf.get(one.gate.id), one))
  if (changed.length > 0) {
    const rows = changed.map((one) => columnsOf(programId, one))
    await changeHistory(tx, rows, cause)
    await keepStandings(tx, rows, cause)
  }
  const reworded = stood.filter((one) => {
    const row = rowOf.get(one.gate.id)
    return row !== undefined && !changed.includes(one) && !hasSameFindings(row, one)
  })
  await reword(
    tx,
    reworded.map((one) => columnsOf(programId, one)),
  )
}

/** Nothing changes any more for a program that had ended before this very act. */
const isOver = (tx: Tx, row: Pick<ProgramRow, 'stage' | 'stageSince'>) =>
  isFinal(row.stage) && row.stageSince.getTime() < tx.now.getTime()

/** A program that was planned or asked more than the short path bears goes on on the standard one; gives whether one did. */
const leaveShortPath = async (tx: Tx, rows: readonly ProgramRow[]) => {
  const short = rows.filter(({ path, stage }) => path === 'short' && !isFinal(stage))
  let left = false
  for (const { id, plannedMoney, plannedDays } of short) {
    const asked = await askedFor(tx, id)
    const money = Math.max(asked.money.toNumber(), plannedMoney.toNumber())
    const days = Math.max(asked.days.toNumber(), plannedDays.toNumber())
    if (!outgrowsShortPath({ money, days })) continue
    await takeStandardPath(tx, id)
    left = true
  }
  return left
}

/** Weighs the gates of these programs anew, one change of a program after another, and keeps how they stand. */
export const standAnew = async (tx: Tx, ids: readonly string[], cause: Cause) => {
  for (const id of ids.toSorted()) await lockName(tx, `standing ${id}`)
  const read = () => tx.db.program.findMany({ where: { id: { in: [...ids] } }, include: { stages: true } })
  const found = await read()
  const rows = (await leaveShortPath(tx, found)) ? await read() : found
  const living = rows.filter((row) => !isOver(tx, row))
  const stood = await evaluateRequirements(tx, living)
  const stored = await storedStandings(
    tx,
    living.map((row) => row.id),
  )
  for (const { id } of living) await keep(tx, id, stored.get(id) ?? [], stood.get(id) ?? [], cause)
  return stood
}

/**
 * What follows from every change of a program: its gates are weighed on the facts as they now are. A change that binds
 * the institution is refused whole when a gate that guards it does not hold, or while the program is suspended.
 */
export const settleProof: Consequence = async (tx, call, { action, id, subjects, commits }) => {
  const stood = await standAnew(tx, subjects, { action, by: call.actor })
  const [programId] = subjects
  if (commits === null || programId === undefined) return
  const row = await programRow(tx, programId)
  if (row.suspendedCause !== null) {
    throw new ProblemError('suspended', {
      detail: { fr: 'Levez d’abord la suspension.', en: 'Lift the suspension first.' },
    })
  }
  const guards = guardsOf(row.path, row.stage, commitment.parse(commits))
  const asked = (stood.get(programId) ?? []).filter(({ gate }) => guards.has(gate.id))
  const place = { from: row.stage, to: row.stage }
  const failed = blocking(asked)
  if (failed.length > 0) throw gateFailed(failed, call.locale, place)
  await recordEvaluations(tx, call.actor, { occasion: commits, programId, subjectId: id, ...place }, asked)
}
