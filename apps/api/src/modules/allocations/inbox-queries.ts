import type { z } from 'zod'
import type { allocations } from '@entente/shared/allocations/contract'
import type { inboxItem } from '@entente/shared/allocations/allocation-contract'
import { overlapsBlackout } from '@entente/shared/calendar/rules'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/call.ts'
import { asOptionalDay } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { namesOf } from '../users/queries.ts'
import { inForce } from './ceiling-queries.ts'
import { lentTo, powerOver } from './delegation-queries.ts'
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

/** Lines of other pending allocations on the same envelope that fit now and would not after taking `taken` from it. */
const pushedOut = (line: LineRow, taken: Prisma.Decimal, pending: readonly AllocationRow[]) => {
  const before = grantableIn(line.envelope)
  const after = before.minus(taken)
  return pending
    .filter((other) => other.id !== line.allocationId)
    .flatMap((other) =>
      other.lines
        .filter((item) => item.envelopeId === line.envelopeId && item.asked.lte(before) && item.asked.gt(after))
        .map((item) => ({
          allocationId: other.id,
          lineId: item.id,
          reference: other.program?.reference ?? null,
          description: item.description,
          asked: amountIn(item.envelope.unit, item.asked),
        })),
    )
}

/** One line before and after the whole allocation is approved as asked: the sums the check itself will use. */
const weigh = (line: LineRow, allocation: AllocationRow, pending: readonly AllocationRow[]) => {
  const { envelope } = line
  const taken = allocation.lines
    .filter((item) => item.envelopeId === line.envelopeId)
    .reduce((total, item) => total.plus(item.asked), envelope.ceiling.minus(envelope.ceiling))
  return {
    line: presentLine(line),
    before: sumsOf(envelope),
    after: sumsOf({ ...envelope, reserved: envelope.reserved.plus(taken) }),
    fits: taken.lte(grantableIn(envelope)),
    wouldNoLongerFit: pushedOut(line, taken, pending),
    blackoutOverlap: overlapsBlackout(asOptionalDay(line.startsOn), asOptionalDay(line.endsOn)),
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

/** Allocations waiting for this person's decision, oldest first; never those they took part in. */
export const approvalInbox = async (
  call: CallOf<typeof allocations.inbox>,
): Promise<{ items: z.input<typeof inboxItem>[] }> => {
  const unit = await reading(call.server)
  const pending = await pendingAllocations(unit)
  const people = await namesOf(unit, pending.flatMap(peopleIn))
  const [lent, splits] = [await lentTo(unit, call.actor), await splitsOf(unit, pending)]
  const items = pending.flatMap((row) => {
    const step = row.steps.findLast((item) => item.state === 'pending')
    if (step === undefined || tookPart(call.actor, row)) return []
    const power = powerOver(call.actor, lent, row, totalsOf(row.lines))
    return [
      {
        allocation: presentAllocation(row, people, call.actor),
        stepId: step.id,
        lines: row.lines.map((line) => weigh(line, row, pending)),
        withinLimit: power.reaches,
        split: splits.get(row.id) ?? null,
        onBehalfOf: power.lent && { id: power.lent.giver.id, name: power.lent.giver.name },
      },
    ]
  })
  return { items }
}
