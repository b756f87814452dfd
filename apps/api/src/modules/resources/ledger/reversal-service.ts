import { ledger } from '@entente/shared/resources/ledger/contract'
import type { EntryKind } from '@entente/shared/resources/ledger/contract'
import type { Call, CallOf } from '../../../platform/records/call.ts'
import { adding } from '../../../platform/records/changing.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import { lockWithProgram, postOn, requireOpenYears, requirePassed } from '../requests/standing-service.ts'
import { lockEnvelopes } from '../envelopes/ceiling-service.ts'
import { driftGates } from '../requests/facts.ts'
import type { Column, Shift } from '../envelopes/posting-service.ts'
import { entryPolicy, entryVisible, notOfAllocation } from './policy.ts'
import { entryRecord } from './queries.ts'
import type { EntryRow } from './presenter.ts'
import { originalOf } from '../rates/presenter.ts'

/** Where the amount of an entry came from and went to: a reversal sends it back. */
const shiftOf = (kind: EntryKind, released: Column | null): Shift | undefined => {
  const shifts: Partial<Record<EntryKind, Shift>> = {
    reservation: { from: null, to: 'reserved' },
    commitment: { from: 'reserved', to: 'committed' },
    expense: { from: 'committed', to: 'spent' },
    release: { from: released, to: null },
  }
  return shifts[kind]
}

/** What is taken again counts against the plan of its program like what is granted (P7-G7). */
const requireWithinPlan = async (tx: Tx, call: Call, { program, envelope, amount }: EntryRow) =>
  requirePassed(call, program, await driftGates(tx, program, [{ unit: envelope.unit, amount }]))

/** The entry, with its allocation and program kept as they are. */
const lockedEntry = async (tx: Tx, { params: { id } }: CallOf<typeof ledger.reverse>) => {
  const { allocationId } = await tx.db.ledgerEntry.findUniqueOrThrow({ where: { id } })
  if (allocationId !== null) await lockWithProgram(tx, allocationId)
  return entryRecord.find(tx, id)
}

/**
 * Undoes an entry by another of the same amount. What it frees is available again; what it takes again must
 * fit, and the program must still be one that resources are approved for.
 */
export const reverseEntry = adding(
  ledger.reverse,
  entryRecord,
  { action: 'reversal', rule: entryPolicy.reverse, visible: entryVisible, parent: lockedEntry },
  async ({ tx, call, actor, body: { reason }, parent: entry }) => {
    const { id: reversesId, lineId, allocationId, envelopeId, envelope, amount, programId } = entry
    const shift = shiftOf(entry.kind, entry.releasedFrom)
    if (shift === undefined || lineId === null || allocationId === null) {
      throw new ProblemError('wrong-state', { detail: notOfAllocation })
    }
    if (entry.kind === 'release') {
      requireOpenYears(tx, { lines: [{ envelope }] })
      await requireWithinPlan(tx, call, entry)
    }
    await lockEnvelopes(tx, [envelopeId])
    const line = { id: lineId, envelopeId, allocationId }
    const back = { from: shift.to, to: shift.from }
    const original = originalOf(entry)
    return postOn(tx, actor, line, back, {
      kind: 'reversal',
      amount,
      original,
      on: tx.today,
      programId,
      reversesId,
      reason,
    })
  },
)
