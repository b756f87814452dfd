import { lifecycle } from '@entente/shared/lifecycle/contract'
import { moversOf, type Step, stepsTo } from '@entente/shared/lifecycle/workflow'
import { isEnd, type Stage } from '@entente/shared/programs/workflow'
import type { Call } from '../../platform/records/call.ts'
import { changing } from '../../platform/records/changing.ts'
import type { Tx } from '../../platform/database/client.ts'
import { blocking, gateFailed, recordEvaluations } from '../../platform/rules/gates.ts'
import { hasRole } from '../../platform/rules/policy.ts'
import { invalidField, ProblemError } from '../../platform/rules/problems.ts'
import type { ProgramRow } from '../programs/presenter.ts'
import { type Knowledge, programRecord } from '../programs/queries.ts'
import { enterStage, setSuspension } from '../programs/service.ts'
import { evaluateFor } from '../proof/facts.ts'
import { askedBy } from './queries.ts'

/** The one step asked for, if this person may make it. */
const stepFor = (call: Call, row: ProgramRow, to: Stage): Step => {
  const way = row.path
  const from = row.stage
  const movers = moversOf(way, from, to)
  const [step] = stepsTo(way, from, to)
  if (movers.length === 0 || step === undefined || step.to !== to) throw new ProblemError('no-such-transition')
  if (!hasRole(call.actor, movers)) throw new ProblemError('closed-to-role')
  return step
}

/** Weighs all that the move must meet on facts read in this transaction, and stores what each gate found. */
const passGates = async (tx: Tx, call: Call, row: ProgramRow, step: Step) => {
  const evaluated = (await evaluateFor(tx, row))(askedBy(row, step))
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
export const moveProgram = (knowledge: Knowledge) =>
  changing(lifecycle.move, programRecord(knowledge), 'move', async ({ tx, call, actor, body, before }) => {
    const { to, note = null } = body
    const step = stepFor(call, before, to)
    if (isEnd(to) && note === null) {
      throw invalidField('/note', { fr: 'Dites pourquoi le dossier prend fin.', en: 'Say why the dossier ends.' })
    }
    const gates = await passGates(tx, call, before, step)
    await enterStage(tx, actor, before.id, step.from, to, note)
    return { before: { stage: step.from }, after: { stage: to, note, gates } }
  })

/** Lays a suspension, with its cause, over whatever stage the program is in. */
export const suspendProgram = (knowledge: Knowledge) =>
  changing(lifecycle.suspend, programRecord(knowledge), 'suspend', async ({ tx, actor, body, before }) => {
    await setSuspension(tx, actor, before.id, body)
    return { before: { suspendedCause: before.suspendedCause }, after: body }
  })

/** Lifts the suspension; only an executive does. */
export const resumeProgram = (knowledge: Knowledge) =>
  changing(lifecycle.resume, programRecord(knowledge), 'resume', async ({ tx, actor, body, before }) => {
    await setSuspension(tx, actor, before.id, null)
    return { before: { suspendedCause: before.suspendedCause }, after: body }
  })
