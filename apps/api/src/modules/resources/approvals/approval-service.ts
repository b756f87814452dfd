import {
  anotherApproverWithinLimit,
  type ApprovalFacts,
  notSplit,
  withinCeiling,
} from '@entente/shared/resources/approvals/gates'
import { Prisma } from '../../../generated/prisma/client.ts'
import type { Call } from '../../../platform/records/call.ts'
import { asDay } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Evaluated, evaluateGates, recordEvaluations } from '../../../platform/rules/gates.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { bookedAbsences, electionGates } from '../../capacity/bookings/facts.ts'
import { lockEnvelopes } from '../envelopes/ceiling-service.ts'
import { driftGates } from '../requests/facts.ts'
import { type Granted, keepGrant } from '../requests/grant-service.ts'
import { tookPart } from '../requests/policy.ts'
import type { AllocationRow } from '../requests/presenter.ts'
import { amountIn, grantableIn } from '../envelopes/presenter.ts'
import { addedBy, requireRevisedByOthers } from '../requests/revision-service.ts'
import { placeIn, postOn, requireOpenYears, requirePassed } from '../requests/standing-service.ts'
import { splitsOf } from './split-queries.ts'

/** Our own elections come first: the people booked for the program stay for them, or leave by waiver (P7-G6). */
const absencesPaid = async (
  tx: Tx,
  programId: string | null,
  granted: readonly Granted[],
  deciding: readonly string[],
): Promise<Evaluated[]> => {
  const periods = granted
    .filter(({ line, amount }) => line.envelope.unit === 'staffDay' && !amount.isZero())
    .map(({ line: { startsOn, endsOn } }) => (startsOn && endsOn ? { from: asDay(startsOn), to: asDay(endsOn) } : null))
  const facts = await bookedAbsences(tx, programId, periods, deciding)
  return electionGates(tx, programId, facts)
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

/**
 * The last signature: our own elections and the decided plan hold, every line fits together with the others, all is
 * reserved. What else the policy asks of the program is weighed on what then stands (`commits`). `deciding` are all who signed, and all whose power they used.
 */
export const approveWhole = async (
  tx: Tx,
  call: Call,
  row: AllocationRow,
  granted: readonly Granted[],
  deciding: readonly string[],
) => {
  requireOpenYears(tx, row)
  await requireRevisedByOthers(tx, row.program, granted, deciding)
  const ofProgram = [
    ...(await absencesPaid(tx, row.programId, granted, deciding)),
    ...(await driftGates(tx, row.program, addedBy(granted))),
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
    { occasion: 'approval', programId: row.programId, subjectId: row.id, ...place },
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

/** Grants a line its amount and reserves it in the envelope; nothing is written for a refused line but the refusal. */
export const reserve = async (tx: Tx, actor: Actor, allocation: AllocationRow, grant: Granted) => {
  const { line, amount, original } = grant
  await keepGrant(tx, grant)
  if (amount.isZero()) return
  await postOn(
    tx,
    actor,
    line,
    { from: null, to: 'reserved' },
    { kind: 'reservation', amount, original, on: tx.today, programId: allocation.programId },
  )
}
