import {
  anotherApproverWithinLimit,
  type ApprovalFacts,
  notSplit,
  withinCeiling,
} from '@entente/shared/resources/approvals/gates'
import { analysisInForce } from '@entente/shared/analyses/gates'
import { criticalStayHome, othersByWaiver } from '@entente/shared/calendar/gates'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { governmentAuthorization } from '@entente/shared/decisions/gates'
import { objectionsAnswered } from '@entente/shared/participation/gates'
import { path } from '@entente/shared/programs/workflow'
import { type Envelope, Prisma, type Program } from '../../../generated/prisma/client.ts'
import type { Call } from '../../../platform/records/call.ts'
import { asDay } from '../../../platform/database/clock.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import {
  blocking,
  evaluateGates,
  type Evaluated,
  gateFailed,
  recordEvaluations,
} from '../../../platform/rules/gates.ts'
import { ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { analysisFacts } from '../../analyses/facts.ts'
import { bookedAbsences } from '../../capacity/bookings/facts.ts'
import { activeWaivers, decisionFacts } from '../../decisions/facts.ts'
import { participationFacts } from '../../participation/facts.ts'
import { lockEnvelopes } from '../envelopes/ceiling-service.ts'
import { driftGates } from '../requests/drift-facts.ts'
import type { Granted } from '../requests/grant-service.ts'
import { isApprovable, isReconciled, takesResources, tookPart } from '../requests/policy.ts'
import { reserve } from '../envelopes/posting-service.ts'
import { type AllocationRow, amountIn, grantableIn } from '../requests/presenter.ts'
import { splitsOf } from './split-queries.ts'

/** Refuses what would take resources for a program that is not, or no longer, one that they are approved for. */
export const requireApprovable = (program: Program | null) => {
  if (isApprovable(program)) return
  if (program !== null && takesResources(program)) throw new ProblemError('suspended')
  throw wrongState(
    'Le programme n’a pas atteint l’affectation, ou il est terminé.',
    'The program has not reached allocation, or it is closed.',
  )
}

/** Nothing is recorded, or undone, once the ledger of a program was reconciled at its closing (P7-G10). */
export const requireOpenLedger = (program: Program | null) => {
  if (!isReconciled(program)) return
  throw wrongState(
    'Le programme est terminé et son grand livre concilié : ses écritures restent telles quelles. Une facture qui arrive encore s’inscrit à une demande de travail général, sans programme.',
    'The program is closed and its ledger reconciled: its entries stay as they are. An invoice that still arrives is recorded on a request for general work, without a program.',
  )
}

/**
 * Locks an allocation, then keeps its program as it is, so that nobody suspends or ends it before this is over.
 * Always in this order, envelopes last: who suspends a program waits for no allocation.
 */
export const lockWithProgram = async (tx: Tx, id: string) => {
  await lock(tx, 'allocations', id)
  await tx.db.$queryRaw`
    SELECT 1 FROM programs WHERE id = (SELECT program_id FROM allocations WHERE id = ${id}::uuid) FOR SHARE`
}

/** The policy's own gates for an approval: the analysis still holds, objections are answered, authority is on file. */
const programGates = async (tx: Tx, program: Program | null): Promise<Evaluated[]> => {
  if (program === null || program.path === 'short') return []
  const [analyses, participation, decisions] = [
    await analysisFacts(tx, [program.id]),
    await participationFacts(tx, [program.id]),
    await decisionFacts(tx, [program.id]),
  ]
  const facts = {
    today: tx.today,
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

/** Our own elections come first: the people booked for the program stay for them, or leave by waiver (P7-G6). */
const electionGates = async (
  tx: Tx,
  programId: string | null,
  granted: readonly Granted[],
  deciding: readonly string[],
): Promise<Evaluated[]> => {
  const periods = granted
    .filter(({ line, amount }) => line.envelope.unit === 'staffDay' && !amount.isZero())
    .map(({ line: { startsOn, endsOn } }) => (startsOn && endsOn ? { from: asDay(startsOn), to: asDay(endsOn) } : null))
  const facts = await bookedAbsences(tx, programId, periods, deciding)
  const waivers = programId === null ? undefined : (await activeWaivers(tx, [programId])).get(programId)
  return [...evaluateGates([criticalStayHome], facts), ...evaluateGates([othersByWaiver], facts, waivers)]
}

const read = <F>(facts: ReadonlyMap<string, F>, id: string): F => {
  const found = facts.get(id)
  if (found === undefined) throw new Error(`No facts for program ${id}`)
  return found
}

/** Locks the envelopes and weighs each grant against what they can still give. */
const approvalFacts = async (
  tx: Tx,
  call: Call,
  row: AllocationRow,
  granted: readonly Granted[],
): Promise<ApprovalFacts> => {
  const envelopes = await lockEnvelopes(
    tx,
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
      splitWith: (await splitsOf(tx, [row])).get(row.id)?.count ?? 0,
    },
  }
}

/** Nothing is reserved in a fiscal year that has ended. */
export const requireOpenYears = (tx: Tx, { lines }: { lines: readonly { envelope: Envelope }[] }) => {
  if (lines.every(({ envelope }) => tx.today <= fiscalYearDays(envelope.fiscalYear).to)) return
  throw wrongState(
    'L’exercice d’une enveloppe est terminé : rien n’y est plus réservé. Faites-en la demande pour un exercice ouvert.',
    'The fiscal year of an envelope has ended: nothing more is reserved in it. Have it asked for an open fiscal year.',
  )
}

const placeIn = (program: Program | null) => ({
  from: program?.stage ?? 'allocation',
  to: program?.stage ?? 'allocation',
})

/** Refuses when a gate of the program stands in the way, with what is missing and where to mend it. */
export const requirePassed = (call: Call, program: Program | null, evaluated: readonly Evaluated[]) => {
  const failed = blocking(evaluated)
  if (failed.length > 0) throw gateFailed(failed, call.locale, placeIn(program))
}

/**
 * The last signature: what the policy asks of the program holds, every line fits together with the others, all is
 * reserved. `deciding` are all who signed, and all whose power they used.
 */
export const approveWhole = async (
  tx: Tx,
  call: Call,
  row: AllocationRow,
  granted: readonly Granted[],
  deciding: readonly string[],
) => {
  requireOpenYears(tx, row)
  const ofProgram = [
    ...(await programGates(tx, row.program)),
    ...(await electionGates(tx, row.programId, granted, deciding)),
    ...(await driftGates(
      tx,
      row.program,
      granted.map(({ line, amount }) => ({ unit: line.envelope.unit, amount })),
    )),
  ]
  const place = placeIn(row.program)
  requirePassed(call, row.program, ofProgram)
  const facts = await approvalFacts(tx, call, row, granted)
  const [over] = facts.approval.overCeiling
  if (over !== undefined) throw ceilingExceeded(over)
  const evaluated = [...ofProgram, ...evaluateGates([withinCeiling, anotherApproverWithinLimit, notSplit], facts)]
  await recordEvaluations(
    tx,
    call.actor,
    { occasion: 'approval', programId: row.programId, allocationId: row.id, ...place },
    evaluated,
  )
  for (const grant of granted.toSorted((a, b) => (a.line.envelopeId < b.line.envelopeId ? -1 : 1))) {
    await reserve(tx, call.actor, row, grant)
  }
}

const ceilingExceeded = ({ description, available }: { description: string; available: string }) =>
  new ProblemError('ceiling-exceeded', {
    detail: {
      fr: `« ${description} » dépasse ce qui est disponible : ${available}. Rien n’a été réservé.`,
      en: `“${description}” exceeds what is available: ${available}. Nothing was reserved.`,
    },
    extra: { available },
  })
