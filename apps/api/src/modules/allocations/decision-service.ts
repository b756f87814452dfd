import type { z } from 'zod'
import type { allocations } from '@entente/shared/allocations/contract'
import type { allocationDecision } from '@entente/shared/allocations/allocation-contract'
import {
  anotherApproverWithinLimit,
  type ApprovalFacts,
  notSplit,
  withinCeiling,
} from '@entente/shared/allocations/gates'
import { analysisInForce } from '@entente/shared/analyses/gates'
import { governmentAuthorization } from '@entente/shared/decisions/gates'
import { objectionsAnswered } from '@entente/shared/participation/gates'
import { hasReached, isFinal, path, stage } from '@entente/shared/programs/workflow'
import { Prisma, type Program } from '../../generated/prisma/client.ts'
import { type Call, type CallOf, expectVersion } from '../../platform/call.ts'
import { command } from '../../platform/command.ts'
import { lock, type Unit } from '../../platform/database.ts'
import { blocking, evaluateGates, type Evaluated, gateFailed, recordEvaluations } from '../../platform/gate-engine.ts'
import { authorize } from '../../platform/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../platform/problems.ts'
import { analysisFacts } from '../analyses/facts.ts'
import { decisionFacts } from '../decisions/facts.ts'
import { participationFacts } from '../participation/facts.ts'
import { lockEnvelopes } from './ceiling-service.ts'
import { askedOf, partOf } from './amount-service.ts'
import { type Granted, reserve } from './posting-service.ts'
import { lentTo, powerOver } from './delegation-queries.ts'
import { totalsOf } from './limits-queries.ts'
import { splitsOf } from './split-queries.ts'
import { allocationPolicy, tookPart } from './policy.ts'
import { type AllocationRow, amountIn, grantableIn } from './presenter.ts'
import { allocationFor, allocationRow } from './queries.ts'

type Decision = z.output<typeof allocationDecision>

const quantities = ['amount', 'days', 'items'] as const

/** What each line is granted: all, less, or nothing. Never more than was asked. */
const grantedLines = (row: AllocationRow, decision: Decision): Granted[] => {
  const chosen = decision.lines ?? []
  chosen.forEach((choice, index) => {
    if (!row.lines.some((line) => line.id === choice.lineId)) {
      throw invalidField(`/lines/${index}/lineId`, {
        fr: 'Cette ligne n’est pas de cette demande.',
        en: 'This line is not of this request.',
      })
    }
  })
  return row.lines.map((line) => {
    const index = chosen.findIndex((choice) => choice.lineId === line.id)
    const choice = chosen[index]
    if (choice === undefined) return { line, ...askedOf(line), reason: null }
    const reason = choice.reason ?? null
    if (choice.outcome === 'refused') return { line, amount: new Prisma.Decimal(0), original: null, reason }
    const field = quantities.find((name) => choice[name] !== undefined)
    if (field === undefined) return { line, ...askedOf(line), reason }
    const granted = partOf(line, choice, `/lines/${index}`)
    if (granted.amount.gt(line.asked)) {
      throw invalidField(`/lines/${index}/${field}`, {
        fr: `Au plus ce qui est demandé : ${amountIn(line.envelope.unit, line.asked)}.`,
        en: `At most what is asked: ${amountIn(line.envelope.unit, line.asked)}.`,
      })
    }
    return { line, ...granted, reason }
  })
}

const requireApprovable = (program: Program | null) => {
  if (program === null) return
  if (program.suspendedCause !== null) throw new ProblemError('suspended')
  const present = stage.parse(program.stage)
  if (isFinal(present) || !hasReached(path.parse(program.path), present, 'allocation')) {
    throw wrongState(
      'Le programme n’a pas atteint l’affectation, ou il est terminé.',
      'The program has not reached allocation, or it is closed.',
    )
  }
}

/** The policy's own gates for an approval: the analysis still holds, objections are answered, authority is on file. */
const programGates = async (unit: Unit, program: Program | null): Promise<Evaluated[]> => {
  if (program === null || program.path === 'short') return []
  const [analyses, participation, decisions] = [
    await analysisFacts(unit, [program.id]),
    await participationFacts(unit, [program.id]),
    await decisionFacts(unit, [program.id]),
  ]
  const facts = {
    today: unit.today,
    program: {
      id: program.id,
      path: path.parse(program.path),
      countryCode: program.countryCode,
      actingAloneReason: program.actingAloneReason,
    },
    ...read(analyses, program.id),
    ...read(participation, program.id),
    ...read(decisions, program.id),
  }
  return evaluateGates([analysisInForce, objectionsAnswered, governmentAuthorization], facts)
}

const read = <F>(facts: ReadonlyMap<string, F>, id: string): F => {
  const found = facts.get(id)
  if (found === undefined) throw new Error(`No facts for program ${id}`)
  return found
}

/** Locks the envelopes and weighs each grant against what they can still give. */
const approvalFacts = async (
  unit: Unit,
  call: Call,
  row: AllocationRow,
  granted: readonly Granted[],
): Promise<ApprovalFacts> => {
  const envelopes = await lockEnvelopes(
    unit,
    row.lines.map((line) => line.envelopeId),
  )
  const overCeiling = envelopes.flatMap((envelope) => {
    const lines = granted.filter(({ line }) => line.envelopeId === envelope.id)
    const asked = lines.reduce((sum, { amount }) => sum.plus(amount), new Prisma.Decimal(0))
    const available = amountIn(envelope.unit, grantableIn(envelope))
    return asked.gt(available) ? lines.map(({ line }) => ({ description: line.description, available })) : []
  })
  return {
    approval: {
      allocationId: row.id,
      approverTookPart: tookPart(call.actor, row),
      withinLimit: true,
      overCeiling,
      splitWith: (await splitsOf(unit, [row])).get(row.id)?.others.length ?? 0,
    },
  }
}

/** Approves with the power that reaches, one's own or lent, and says which delegation lent it. */
const approve = async (unit: Unit, call: CallOf<typeof allocations.decide>, row: AllocationRow) => {
  requireApprovable(row.program)
  const granted = grantedLines(row, call.body)
  if (granted.every(({ amount }) => amount.isZero())) {
    throw invalidField('/lines', {
      fr: 'Approuvez au moins une ligne, ou refusez la demande.',
      en: 'Approve at least one line, or refuse the request.',
    })
  }
  const power = powerOver(call.actor, await lentTo(unit, call.actor), row, totalsOf(row.lines))
  if (!power.reaches) {
    throw new ProblemError('over-limit', {
      detail: {
        fr: 'Le total dépasse votre délégation : la demande revient à une personne dont la limite suffit.',
        en: 'The total exceeds your delegation: someone with a sufficient limit decides.',
      },
    })
  }
  const ofProgram = await programGates(unit, row.program)
  const place = { from: row.program?.stage ?? 'allocation', to: row.program?.stage ?? 'allocation' }
  if (blocking(ofProgram).length > 0) throw gateFailed(blocking(ofProgram), call.locale, place)
  const facts = await approvalFacts(unit, call, row, granted)
  const [over] = facts.approval.overCeiling
  if (over !== undefined) throw ceilingExceeded(over)
  const evaluated = [...ofProgram, ...evaluateGates([withinCeiling, anotherApproverWithinLimit, notSplit], facts)]
  await recordEvaluations(
    unit,
    call.actor,
    { occasion: 'approval', programId: row.programId, allocationId: row.id, ...place },
    evaluated,
  )
  for (const grant of granted.toSorted((a, b) => (a.line.envelopeId < b.line.envelopeId ? -1 : 1))) {
    await reserve(unit, call.actor, row, grant)
  }
  return power.lent?.delegation.id ?? null
}

export const ceilingExceeded = ({ description, available }: { description: string; available: string }) =>
  new ProblemError('ceiling-exceeded', {
    detail: {
      fr: `« ${description} » dépasse ce qui est disponible : ${available}. Rien n’a été réservé.`,
      en: `“${description}” exceeds what is available: ${available}. Nothing was reserved.`,
    },
    extra: { available },
  })

/** Who decided a step, or lent the power for it, decides no other. */
const isOf = (step: AllocationRow['steps'][number], id: string) =>
  step.decidedById === id || step.delegation?.fromId === id

const stateAfter = { approved: 'approved', returned: 'returned', refused: 'refused' } as const

/**
 * Decides a pending step: approves (all, or less), returns with a question, or refuses with a reason. The last
 * approval writes the reservations after the ceiling check; every line of the allocation passes or none does.
 */
export const decideAllocation = (call: CallOf<typeof allocations.decide>) =>
  command(call, async (unit) => {
    const { id } = call.params
    const { stepId, outcome, reason = null } = call.body
    await lock(unit, 'allocations', id)
    const row = await allocationRow(unit, id)
    const shown = await allocationFor(unit, call.actor, id)
    expectVersion(call, shown)
    const step = row.steps.find((item) => item.id === stepId)
    if (step === undefined) throw invalidField('/stepId', { fr: 'Étape inconnue.', en: 'Unknown step.' })
    authorize(allocationPolicy.decide, call.actor, row)
    if (step.state !== 'pending' || row.state !== 'submitted') throw new ProblemError('already-decided')
    if (row.steps.some((item) => item.state === 'approved' && isOf(item, call.actor.id))) {
      throw new ProblemError('separation-of-duties')
    }
    const delegationId = outcome === 'approved' ? await approve(unit, call, row) : null
    await unit.db.approvalStep.update({
      where: { id: stepId },
      data: { state: outcome, decidedById: call.actor.id, decidedAt: unit.now, delegationId, reason },
    })
    await unit.db.allocation.update({ where: { id }, data: { state: stateAfter[outcome], version: { increment: 1 } } })
    const answer = await allocationFor(unit, call.actor, id)
    const record = {
      action: `allocation.${outcome}`,
      resource: 'allocation',
      id,
      programId: row.programId,
      version: answer.version,
      before: shown,
      after: answer,
    }
    return { answer, record }
  })
