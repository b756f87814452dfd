import type { lifecycle } from '@entente/shared/lifecycle/contract'
import { moversOf, type Step, stepsTo } from '@entente/shared/lifecycle/workflow'
import { isEnd, isFinal, path, stage, type Stage } from '@entente/shared/programs/workflow'
import { type Call, type CallOf, expectVersion } from '../../platform/records/call.ts'
import { command } from '../../platform/records/command.ts'
import { lock, type Tx } from '../../platform/database/client.ts'
import { blocking, evaluateGates, gateFailed, recordEvaluations } from '../../platform/rules/gates.ts'
import { hasRole } from '../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../platform/rules/problems.ts'
import { activeWaivers } from '../decisions/facts.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import { presenting, programRow } from '../programs/queries.ts'
import { enterStage, setSuspension } from '../programs/service.ts'
import { factsOf } from './facts.ts'
import { standings } from './queries.ts'

const present = (call: Call) => presenting(standings, call.locale)

/** Locks the program and reads it as it will still be when it is written. */
const open = async (tx: Tx, call: Call & { params: { id: string } }) => {
  await lock(tx, 'programs', call.params.id)
  const row = await programRow(tx, call.params.id)
  if (call.ifMatch !== null) expectVersion(call, await present(call)(tx, call.actor, row))
  return row
}

const requireMoving = (row: ProgramRow) => {
  if (row.suspendedCause !== null) {
    throw new ProblemError('suspended', {
      detail: { fr: 'Levez d’abord la suspension.', en: 'Lift the suspension first.' },
    })
  }
}

/** The one step asked for, if this person may make it. */
const stepFor = (call: Call, row: ProgramRow, to: Stage): Step => {
  const way = path.parse(row.path)
  const from = stage.parse(row.stage)
  const movers = moversOf(way, from, to)
  const [step] = stepsTo(way, from, to)
  if (movers.length === 0 || step === undefined || step.to !== to) throw new ProblemError('no-such-transition')
  if (!hasRole(call.actor, movers)) throw new ProblemError('closed-to-role')
  return step
}

/** Evaluates the step's gates on facts read in this transaction, and stores what each found. */
const passGates = async (tx: Tx, call: Call, row: ProgramRow, step: Step) => {
  const [facts, waivers] = [await factsOf(tx, [row]), await activeWaivers(tx, [row.id])]
  const of = facts.get(row.id)
  if (of === undefined) throw new Error('A program was read without its facts')
  const evaluated = evaluateGates(step.gates, of, waivers.get(row.id))
  const failed = blocking(evaluated)
  if (failed.length > 0) throw gateFailed(failed, call.locale, step)
  await recordEvaluations(
    tx,
    call.actor,
    { occasion: 'move', programId: row.id, from: step.from, to: step.to },
    evaluated,
  )
  return evaluated.map(({ gate, state }) => ({ id: gate.id, state, ruleVersion: gate.ruleVersion }))
}

/**
 * The one transition function: board, form, API and seed all come here. The program is locked, the gates are
 * evaluated and stored, and the stage changes, in one transaction.
 */
export const moveProgram = (call: CallOf<typeof lifecycle.move>) =>
  command(call, async (tx) => {
    const { to, note = null } = call.body
    const row = await open(tx, call)
    requireMoving(row)
    const step = stepFor(call, row, to)
    if (isEnd(to) && note === null) {
      throw invalidField('/note', { fr: 'Dites pourquoi le dossier prend fin.', en: 'Say why the dossier ends.' })
    }
    const gates = await passGates(tx, call, row, step)
    await enterStage(tx, call.actor, row.id, step.from, to, note)
    const answer = await present(call)(tx, call.actor, await programRow(tx, row.id))
    const record = {
      action: 'program.move',
      resource: 'program',
      id: row.id,
      programId: row.id,
      version: answer.version,
      before: { stage: step.from },
      after: { stage: to, note, gates },
    }
    return { answer, record }
  })

const requireUnfinished = (row: ProgramRow) => {
  if (isFinal(stage.parse(row.stage))) throw wrongState('Le dossier est terminé.', 'The dossier is closed.')
}

/** Lays a suspension, with its cause, over whatever stage the program is in. */
export const suspendProgram = (call: CallOf<typeof lifecycle.suspend>) =>
  command(call, async (tx) => {
    const row = await open(tx, call)
    requireUnfinished(row)
    if (row.suspendedCause !== null) throw wrongState('Déjà suspendu.', 'Already suspended.')
    await setSuspension(tx, call.actor, row.id, call.body)
    return changed(tx, call, row, 'program.suspend', call.body)
  })

/** Lifts the suspension; only an executive does. */
export const resumeProgram = (call: CallOf<typeof lifecycle.resume>) =>
  command(call, async (tx) => {
    const row = await open(tx, call)
    if (row.suspendedCause === null)
      throw wrongState('Ce programme n’est pas suspendu.', 'This program is not suspended.')
    await setSuspension(tx, call.actor, row.id, null)
    return changed(tx, call, row, 'program.resume', call.body)
  })

const changed = async (tx: Tx, call: Call, row: ProgramRow, action: string, after: unknown) => {
  const answer = await present(call)(tx, call.actor, await programRow(tx, row.id))
  const before = { suspendedCause: row.suspendedCause }
  return {
    answer,
    record: { action, resource: 'program', id: row.id, programId: row.id, version: answer.version, before, after },
  }
}
