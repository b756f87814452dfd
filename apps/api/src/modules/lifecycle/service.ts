import { lifecycle } from '@entente/shared/lifecycle/contract'
import { moversOf, type Step, stepsTo } from '@entente/shared/lifecycle/workflow'
import { analysedSince } from '@entente/shared/analyses/gates'
import { formerStages, isEnd, type Stage } from '@entente/shared/programs/workflow'
import { phaseOf, requirements } from '@entente/shared/proof/rules'
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
import { endAll } from './ending-service.ts'
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
    const ended = isEnd(to) ? await endAll(tx, actor, before.id, note ?? '') : null
    return { before: { stage: step.from }, after: { stage: to, note, gates, ...(ended && { ended }) } }
  })

/** Lays a suspension, with its cause, over whatever stage the program is in. */
export const suspendProgram = (knowledge: Knowledge) =>
  changing(lifecycle.suspend, programRecord(knowledge), 'suspend', async ({ tx, actor, body, before }) => {
    await setSuspension(tx, actor, before.id, body)
    return { before: { suspendedCause: before.suspendedCause }, after: body }
  })

const toResume = requirements.filter(({ gate }) => gate.id === analysedSince.id)

/** A program whose context changed resumes on an analysis approved since; before its analysis it has none to renew. */
const requireAnalysed = async (tx: Tx, call: Call, row: ProgramRow) => {
  const asked = toResume.filter((requirement) => phaseOf(requirement, row.path, row.stage) === 'inForce')
  const failed = blocking((await evaluateFor(tx, row))(asked))
  if (failed.length > 0) throw gateFailed(failed, call.locale, { from: row.stage, to: row.stage })
}

/** Lifts the suspension; only an executive does, on a new analysis where the context changed. */
export const resumeProgram = (knowledge: Knowledge) =>
  changing(lifecycle.resume, programRecord(knowledge), 'resume', async ({ tx, call, actor, body, before }) => {
    await requireAnalysed(tx, call, before)
    await setSuspension(tx, actor, before.id, null)
    return { before: { suspendedCause: before.suspendedCause }, after: body }
  })

/**
 * Takes a program back to a former stage, with a reason: what was proven later is asked again. Its history stays, and its
 * money stays where it is; new commitments wait for what the stages ask.
 */
export const reopenProgram = (knowledge: Knowledge) =>
  changing(lifecycle.reopen, programRecord(knowledge), 'reopen', async ({ tx, actor, body, before }) => {
    const { to, reason } = body
    const entered = before.stages.map(({ stage }) => stage)
    if (!formerStages(before.path, entered, before.stage).includes(to)) throw new ProblemError('no-such-transition')
    await enterStage(tx, actor, before.id, before.stage, to, reason)
    return { before: { stage: before.stage }, after: { stage: to, reason } }
  })
