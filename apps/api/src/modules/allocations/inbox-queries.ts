import type { z } from 'zod'
import type { allocations } from '@entente/shared/allocations/contract'
import type { inboxItem } from '@entente/shared/allocations/allocation-contract'
import { serviceDays } from '@entente/shared/allocations/rules'
import { type Days, overlapsBlackout } from '@entente/shared/calendar/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/call.ts'
import { asOptionalDay, dayOf } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import type { Actor } from '../../platform/policy.ts'
import { workingDaysAfter } from '../calendar/queries.ts'
import { blackouts } from '../calendar/election-queries.ts'
import { namesOf } from '../users/queries.ts'
import { inForce } from './ceiling-queries.ts'
import { type Lent, lentTo, powerOver } from './delegation-queries.ts'
import { totalsOf } from './limits-queries.ts'
import { splitsOf } from './split-queries.ts'
import { tookPart } from './policy.ts'
import {
  type AllocationRow,
  amountIn,
  grantableIn,
  type LineRow,
  peopleIn,
  presentAllocation,
  presentLine,
  sumsOf,
  withLines,
} from './presenter.ts'
import { hasSigned, isWithinLimit, openSteps, presentSteps } from './step-policy.ts'

/** What a line would take: what earlier steps granted of it, else what it asks. */
const takes = (line: LineRow) => line.approved ?? line.asked

type Claim = { allocation: AllocationRow; line: LineRow; amount: Prisma.Decimal }

/** What all that is pending would take of each envelope, oldest first. */
const claimsOf = (pending: readonly AllocationRow[]) =>
  Map.groupBy(
    pending.flatMap((allocation) => allocation.lines.map((line): Claim => ({ allocation, line, amount: takes(line) }))),
    ({ line }) => line.envelopeId,
  )
type Claims = ReturnType<typeof claimsOf>

/** Lines of other pending allocations on the same envelope that fit now and would not after taking `taken` from it. */
const pushedOut = ({ allocationId, envelope }: LineRow, taken: Prisma.Decimal, claims: Claims) => {
  const before = grantableIn(envelope)
  const after = before.minus(taken)
  return (claims.get(envelope.id) ?? [])
    .filter(({ line, amount }) => line.allocationId !== allocationId && amount.gt(after) && amount.lte(before))
    .map(({ allocation, line, amount }) => ({
      allocationId: allocation.id,
      lineId: line.id,
      reference: allocation.program?.reference ?? null,
      description: line.description,
      asked: amountIn(envelope.unit, amount),
    }))
}

/** One line before and after the whole allocation is approved as asked: the sums the check itself will use. */
const weigh = (line: LineRow, allocation: AllocationRow, claims: Claims, closed: readonly Days[]) => {
  const { envelope } = line
  const taken = allocation.lines
    .filter((item) => item.envelopeId === line.envelopeId)
    .reduce((total, item) => total.plus(takes(item)), envelope.ceiling.minus(envelope.ceiling))
  return {
    line: presentLine(line),
    before: sumsOf(envelope),
    after: sumsOf({ ...envelope, reserved: envelope.reserved.plus(taken) }),
    fits: taken.lte(grantableIn(envelope)),
    wouldNoLongerFit: pushedOut(line, taken, claims),
    blackoutOverlap: overlapsBlackout(closed, asOptionalDay(line.startsOn), asOptionalDay(line.endsOn)),
  }
}

/** All that is submitted, oldest first, against the ceilings of today. */
const pendingAllocations = async (unit: Unit): Promise<AllocationRow[]> => {
  const rows = await unit.db.allocation.findMany({
    where: { state: 'submitted' },
    include: withLines,
    orderBy: { submittedAt: 'asc' },
  })
  const envelopes = new Map(rows.flatMap(({ lines }) => lines.map(({ envelope }) => [envelope.id, envelope])))
  const present = new Map((await inForce(unit, [...envelopes.values()])).map((envelope) => [envelope.id, envelope]))
  return rows.map((row) => ({
    ...row,
    lines: row.lines.map((line) => ({ ...line, envelope: present.get(line.envelopeId) ?? line.envelope })),
  }))
}

/** Since when the open steps wait, and until when they should have been decided. */
const waitingOf = (row: AllocationRow, today: string) => {
  const signed = presentSteps(row).flatMap(({ decidedAt }) => decidedAt ?? [])
  const since = dayOf(
    [row.submittedAt ?? row.createdAt, ...signed].toSorted((a, b) => b.getTime() - a.getTime())[0] ?? row.createdAt,
  )
  const dueOn = workingDaysAfter(since, serviceDays)
  const state = today > workingDaysAfter(since, 2 * serviceDays) ? 'escalated' : today > dueOn ? 'late' : 'onTime'
  return { since, dueOn, state } as const
}

/** The first open step this person may decide, with the power they would use; a step of another role is not theirs. */
const stepFor = (actor: Actor, lent: readonly Lent[], row: AllocationRow) => {
  if (tookPart(actor, row) || hasSigned(row, actor.id)) return []
  const found = openSteps(row)
    .map((step) => ({ step, power: powerOver(actor, lent, row, step, totalsOf(row.lines)) }))
    .filter(({ step, power }) => power.reaches || isWithinLimit(step))
  return found.slice(0, 1)
}

/** Allocations waiting for this person's decision, oldest first; never those they took part in. */
export const approvalInbox = async (
  call: CallOf<typeof allocations.inbox>,
): Promise<{ items: z.input<typeof inboxItem>[] }> => {
  const unit = await reading(call.server)
  const pending = await pendingAllocations(unit)
  const people = await namesOf(unit, pending.flatMap(peopleIn))
  const [lent, splits] = [await lentTo(unit, call.actor), await splitsOf(unit, pending)]
  const closed = await blackouts(unit)
  const claims = claimsOf(pending)
  const items = pending.flatMap((row) =>
    stepFor(call.actor, lent, row).map(({ step, power }) => ({
      allocation: presentAllocation(row, people, call.actor),
      stepId: step.id,
      waiting: waitingOf(row, unit.today),
      lines: row.lines.map((line) => weigh(line, row, claims, closed)),
      withinLimit: power.reaches,
      split: splits.get(row.id) ?? null,
      onBehalfOf: power.lent && { id: power.lent.giver.id, name: power.lent.giver.name },
    })),
  )
  return { items }
}
