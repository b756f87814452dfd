import { type CeilingChange, Prisma } from '../../../generated/prisma/client.ts'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import { namesOf } from '../../users/queries.ts'
import type { Original } from '../requests/amount-service.ts'
import { type Granted, keepGrant } from '../requests/grant-service.ts'
import { type AllocationRow, type LineRow, presentEntry, withReversals } from '../requests/presenter.ts'

export type Column = 'reserved' | 'committed' | 'spent'
export type Shift = { from: Column | null; to: Column | null }
type Entry = {
  kind: string
  amount: Prisma.Decimal
  on: string
  programId: string | null
  documentId?: string | null
  releasedFrom?: Column
  reversesId?: string
  reason?: string
  staffId?: string | null
  workedFrom?: Date | null
  original?: Original | null
}

/**
 * Writes one entry, gives its id, and moves the amount between the columns of its envelope and line. The condition in the UPDATE is
 * the guard: what comes from a column must be there, and what comes from outside must fit under the ceiling.
 */
export const post = async (
  tx: Tx,
  actor: Actor,
  line: Pick<LineRow, 'id' | 'envelopeId' | 'allocationId'>,
  shift: Shift,
  entry: Entry,
) => {
  const { on, original, ...entered } = entry
  const { amount } = entry
  const change = (column: Column) =>
    shift.to === column ? amount : shift.from === column ? amount.negated() : new Prisma.Decimal(0)
  const [reserved, committed, spent] = [change('reserved'), change('committed'), change('spent')]
  const moved = await tx.db.$executeRaw`
    UPDATE envelopes SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}, version = version + 1
    WHERE id = ${line.envelopeId}::uuid AND reserved + committed + spent + ${reserved} + ${committed} + ${spent} + held <= ceiling
      AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  const followed = await tx.db.$executeRaw`
    UPDATE allocation_lines SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}
    WHERE id = ${line.id}::uuid AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  if (moved !== 1 || followed !== 1) throw new ProblemError('ceiling-exceeded')
  const { id } = await tx.db.ledgerEntry.create({
    data: {
      id: newId(),
      envelopeId: line.envelopeId,
      allocationId: line.allocationId,
      lineId: line.id,
      ...entered,
      ...original,
      effectiveOn: asDate(on),
      at: tx.now,
      byId: actor.id,
    },
    select: { id: true },
  })
  return id
}

/** Grants a line its amount and reserves it in the envelope; nothing is written for a refused line but the refusal. */
export const reserve = async (tx: Tx, actor: Actor, allocation: AllocationRow, grant: Granted) => {
  const { line, amount, original } = grant
  await keepGrant(tx, grant)
  if (amount.isZero()) return
  await post(
    tx,
    actor,
    line,
    { from: null, to: 'reserved' },
    { kind: 'reservation', amount, original, on: tx.today, programId: allocation.programId },
  )
}

/** Writes both sides of a transfer or carry-over, or undoes both sides of the one it takes back. */
export const postTransfer = async (tx: Tx, actor: Actor, change: CeilingChange) => {
  const base = { amount: change.delta, effectiveOn: asDate(tx.today), at: tx.now, byId: actor.id }
  const sides =
    change.reversesId === null
      ? [
          { envelopeId: change.fromEnvelopeId ?? change.envelopeId, direction: 'out' },
          { envelopeId: change.envelopeId, direction: 'in' },
        ].map((side) => ({ ...side, kind: change.kind, changeId: change.id }))
      : (await tx.db.ledgerEntry.findMany({ where: { changeId: change.reversesId } })).map(({ id, envelopeId }) => ({
          envelopeId,
          kind: 'reversal',
          reversesId: id,
          reason: change.reason,
        }))
  await tx.db.ledgerEntry.createMany({ data: sides.map((side) => ({ id: newId(), ...base, ...side })) })
}

/** The answer and the trail's row for an entry that was made. */
export const recorded = async (tx: Tx, actor: Actor, id: string) => {
  const entry = await tx.db.ledgerEntry.findUniqueOrThrow({ where: { id }, include: withReversals })
  const answer = presentEntry(entry, await namesOf(tx, [entry.byId]), actor)
  return {
    answer,
    record: {
      action: `ledger.${entry.kind}`,
      resource: 'ledgerEntry',
      id: entry.id,
      programId: entry.programId,
      version: 1,
      after: answer,
    },
  }
}
