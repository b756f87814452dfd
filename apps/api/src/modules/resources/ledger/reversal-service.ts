import type { ledger } from '@entente/shared/resources/ledger/contract'
import type { Call, CallOf } from '../../../platform/records/call.ts'
import { command } from '../../../platform/records/command.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import {
  lockWithProgram,
  postOn,
  requireApprovable,
  requireOpenLedger,
  requireOpenYears,
  requirePassed,
} from '../requests/standing-service.ts'
import { lockEnvelopes } from '../envelopes/ceiling-service.ts'
import { driftGates } from '../requests/facts.ts'
import type { Column, Shift } from '../envelopes/posting-service.ts'
import { recorded } from './service.ts'
import { type EntryRow, withReversals } from './presenter.ts'
import { originalOf } from '../rates/presenter.ts'

/** Where the amount of an entry came from and went to: a reversal sends it back. */
const shiftOf = (kind: string, releasedFrom: string | null): Shift | null => {
  const released: Column = releasedFrom === 'committed' ? 'committed' : 'reserved'
  const shifts: Record<string, Shift> = {
    reservation: { from: null, to: 'reserved' },
    commitment: { from: 'reserved', to: 'committed' },
    expense: { from: 'committed', to: 'spent' },
    release: { from: released, to: null },
  }
  return shifts[kind] ?? null
}

/** What is taken again counts against the plan of its program like what is granted (P7-G7). */
const requireWithinPlan = async (tx: Tx, call: Call, { program, envelope, amount }: EntryRow) =>
  requirePassed(call, program, await driftGates(tx, program, [{ unit: envelope.unit, amount }]))

/** Once only, and of no program whose ledger is closed; a release, while its program and year may be given resources. */
const requireReversible = (tx: Tx, { kind, program, reversedBy, envelope }: EntryRow) => {
  if (reversedBy !== null) throw new ProblemError('already-decided')
  requireOpenLedger(program)
  if (kind !== 'release') return
  requireApprovable(program)
  requireOpenYears(tx, { lines: [{ envelope }] })
}

/**
 * Undoes an entry by another of the same amount. What it frees is available again; what it takes again must
 * fit, and the program must still be one that resources are approved for.
 */
export const reverseEntry = (call: CallOf<typeof ledger.reverse>) =>
  command(call, async (tx) => {
    const { id } = call.params
    const { allocationId } = await tx.db.ledgerEntry.findUniqueOrThrow({ where: { id } })
    if (allocationId !== null) await lockWithProgram(tx, allocationId)
    const entry = await tx.db.ledgerEntry.findUniqueOrThrow({ where: { id }, include: withReversals })
    const shift = shiftOf(entry.kind, entry.releasedFrom)
    const { lineId } = entry
    if (shift === null || lineId === null || allocationId === null) {
      throw wrongState(
        'Seule une écriture d’une affectation se contrepasse ainsi.',
        'Only an entry of an allocation is reversed this way.',
      )
    }
    requireReversible(tx, entry)
    if (entry.kind === 'release') await requireWithinPlan(tx, call, entry)
    await lockEnvelopes(tx, [entry.envelopeId])
    const line = { id: lineId, envelopeId: entry.envelopeId, allocationId }
    const made = await postOn(
      tx,
      call.actor,
      line,
      { from: shift.to, to: shift.from },
      {
        kind: 'reversal',
        amount: entry.amount,
        original: originalOf(entry),
        on: tx.today,
        programId: entry.programId,
        reversesId: entry.id,
        reason: call.body.reason,
      },
    )
    return recorded(tx, call.actor, made)
  })
