import type { z } from 'zod'
import type { approvals, inboxItem } from '@entente/shared/resources/approvals/contract'
import type { WaitingState } from '@entente/shared/resources/approvals/workflow'
import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import { serviceDays } from '@entente/shared/resources/approvals/rules'
import { type Days, overlapsBlackout } from '@entente/shared/calendar/rules'
import { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asOptionalDay, dayOf } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { workingDaysAfter } from '../../calendar/queries.ts'
import { blackouts } from '../../calendar/election-queries.ts'
import { namesOf } from '../../users/queries.ts'
import { inForce } from '../envelopes/queries.ts'
import { type Lent, lentTo } from '../delegations/queries.ts'
import { overLimitOf, powerOver } from './policy.ts'
import { totalsOf } from './limits-queries.ts'
import { splitsOf } from './split-queries.ts'
import { participantsOf } from '../requests/queries.ts'
import { tookPart } from '../requests/policy.ts'
import {
  type AllocationRow,
  type LineRow,
  peopleIn,
  presentAllocation,
  presentLine,
  withLines,
} from '../requests/presenter.ts'
import { amountIn, grantableIn, sumsOf } from '../envelopes/presenter.ts'
import { hasSigned, isWithinLimit, openSteps, currentSteps } from '../requests/step-policy.ts'

const nothing = new Prisma.Decimal(0)

/** What a line would take: what earlier steps granted of it, else what it asks. */
const takes = (line: LineRow) => line.approved ?? line.asked

type Claim = { allocation: AllocationRow; line: LineRow; amount: Prisma.Decimal }

/** What all that is pending would take of each envelope, oldest first, and the most that one line would. */
const claimsOf = (pending: readonly AllocationRow[]) => {
  const all = pending.flatMap((allocation) =>
    allocation.lines.map((line): Claim => ({ allocation, line, amount: takes(line) })),
  )
  const grouped = [...Map.groupBy(all, ({ line }) => line.envelopeId)]
  return new Map(
    grouped.map(([id, own]) => [id, { own, most: Prisma.Decimal.max(...own.map(({ amount }) => amount)) }]),
  )
}
type Claims = ReturnType<typeof claimsOf>

/** Lines of other pending allocations on the same envelope that fit now and would not after taking `taken` from it. */
const pushedOut = ({ allocationId, envelope }: LineRow, taken: Prisma.Decimal, claims: Claims) => {
  const before = grantableIn(envelope)
  const after = before.minus(taken)
  const claimed = claims.get(envelope.id)
  if (claimed === undefined || claimed.most.lte(after)) return []
  return claimed.own
    .filter(({ line, amount }) => line.allocationId !== allocationId && amount.gt(after) && amount.lte(before))
    .map(({ allocation, line, amount }) => ({
      allocationId: allocation.id,
      lineId: line.id,
      reference: allocation.program?.reference ?? null,
      description: line.description,
      asked: amountIn(envelope.unit, amount),
    }))
}

/** Every line before and after the whole request is approved as asked: the sums the check itself will use. */
const weigh = (row: AllocationRow, claims: Claims, closed: readonly Days[]) => {
  const byEnvelope = Map.groupBy(row.lines, ({ envelopeId }) => envelopeId)
  const takenBy = new Map(
    [...byEnvelope].map(([id, lines]) => [id, lines.reduce((total, line) => total.plus(takes(line)), nothing)]),
  )
  return row.lines.map((line) => {
    const { envelope } = line
    const taken = takenBy.get(line.envelopeId) ?? nothing
    return {
      line: presentLine(line),
      before: sumsOf(envelope),
      after: sumsOf({ ...envelope, reserved: envelope.reserved.plus(taken) }),
      fits: taken.lte(grantableIn(envelope)),
      wouldNoLongerFit: pushedOut(line, taken, claims),
      blackoutOverlap: overlapsBlackout(closed, asOptionalDay(line.startsOn), asOptionalDay(line.endsOn)),
    }
  })
}

/** All that is submitted, oldest first, against the ceilings of today; lines of one envelope share it. */
const pendingAllocations = async (tx: Tx): Promise<AllocationRow[]> => {
  const rows = await tx.db.allocation.findMany({
    where: whereOpenTo(allocationWorkflow, 'sign'),
    include: { ...withLines, lines: { orderBy: { position: 'asc' } } },
    orderBy: { submittedAt: 'asc' },
  })
  const ids = new Set(rows.flatMap(({ lines }) => lines.map(({ envelopeId }) => envelopeId)))
  const envelopes = await inForce(tx, await tx.db.envelope.findMany({ where: { id: { in: [...ids] } } }))
  const present = new Map(envelopes.map((envelope) => [envelope.id, envelope]))
  const participants = await participantsOf(tx, rows)
  return rows.map((row) => ({
    ...row,
    participantIds: participants(row),
    lines: row.lines.flatMap((line) => {
      const envelope = present.get(line.envelopeId)
      return envelope === undefined ? [] : [{ ...line, envelope }]
    }),
  }))
}

/** Until when a step should be decided that waits since a day, and what it is today; each day is counted once. */
const deadlines = (today: string) => {
  const known = new Map<string, z.input<typeof inboxItem>['waiting']>()
  const count = (since: string) => {
    const dueOn = workingDaysAfter(since, serviceDays)
    const isEscalated = today > workingDaysAfter(since, 2 * serviceDays)
    const state: WaitingState = isEscalated ? 'escalated' : today > dueOn ? 'late' : 'onTime'
    return { since, dueOn, state }
  }
  return (since: string) => {
    const found = known.get(since) ?? count(since)
    known.set(since, found)
    return found
  }
}

/** Since when the open steps wait. */
const waitingSince = (row: AllocationRow) => {
  const signed = currentSteps(row).flatMap(({ decidedAt }) => decidedAt?.getTime() ?? [])
  return dayOf(new Date(Math.max((row.submittedAt ?? row.createdAt).getTime(), ...signed)))
}

/** The first open step this person may decide, with the power they would use; a step of another role is not theirs. */
const stepFor = (actor: Actor, lent: readonly Lent[], row: AllocationRow) => {
  if (tookPart(actor, row) || hasSigned(row, actor.id)) return []
  const totals = totalsOf(row.lines)
  const found = openSteps(row)
    .map((step) => ({ step, power: powerOver(actor, lent, row, step, totals) }))
    .filter(({ step, power }) => power.reaches || isWithinLimit(step))
  return found
    .slice(0, 1)
    .map((one) => ({ ...one, overLimit: one.power.reaches ? null : overLimitOf(actor, one.step, totals) }))
}

/** Allocations waiting for this person's decision, oldest first; never those they took part in. */
export const approvalInbox = async (
  call: CallOf<typeof approvals.inbox>,
): Promise<{ items: z.input<typeof inboxItem>[] }> => {
  const tx = await reading(call.server)
  const pending = await pendingAllocations(tx)
  const people = await namesOf(tx, pending.flatMap(peopleIn))
  const [lent, splits] = [await lentTo(tx, call.actor), await splitsOf(tx, pending)]
  const closed = await blackouts(tx)
  const claims = claimsOf(pending)
  const waiting = deadlines(tx.today)
  const items = pending.flatMap((row) =>
    stepFor(call.actor, lent, row).map(({ step, power, overLimit }) => ({
      allocation: presentAllocation({ ...row, overLimit }, people, call.actor),
      stepId: step.id,
      waiting: waiting(waitingSince(row)),
      lines: weigh(row, claims, closed),
      withinLimit: power.reaches,
      split: splits.get(row.id) ?? null,
      onBehalfOf: power.lent && { id: power.lent.giver.id, name: power.lent.giver.name },
    })),
  )
  return { items }
}
