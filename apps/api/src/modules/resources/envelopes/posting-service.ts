import { type CeilingChange, type LedgerEntry, Prisma } from '../../../generated/prisma/client.ts'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { ProblemError } from '../../../platform/rules/problems.ts'
import type { Original } from '../rates/presenter.ts'

type EntryKind = LedgerEntry['kind']
type ReleasedFrom = NonNullable<LedgerEntry['releasedFrom']>
type Direction = NonNullable<LedgerEntry['direction']>

export type Column = 'reserved' | 'committed' | 'spent'
export type Shift = { from: Column | null; to: Column | null }

export type Entry = {
  kind: EntryKind
  amount: Prisma.Decimal
  on: string
  programId: string | null
  documentId?: string | null
  releasedFrom?: ReleasedFrom
  reversesId?: string
  reason?: string
  staffId?: string | null
  workedFrom?: Date | null
  original?: Original | null
}

/** The line of a request that an entry is made on. */
export type OnLine = { id: string; envelopeId: string; allocationId: string }

/** What a shift adds to each column: below zero where it takes. */
export const columnsOf = (shift: Shift, amount: Prisma.Decimal) => {
  const change = (column: Column) =>
    shift.to === column ? amount : shift.from === column ? amount.negated() : new Prisma.Decimal(0)
  return { reserved: change('reserved'), committed: change('committed'), spent: change('spent') }
}

/**
 * Writes one entry, gives its id, and moves the amount between the columns of its envelope. The condition in the UPDATE
 * is the guard: what comes from a column must be there, and what comes from outside must fit under the ceiling.
 */
export const post = async (tx: Tx, actor: Actor, line: OnLine, shift: Shift, entry: Entry) => {
  const { on, original, ...entered } = entry
  const { reserved, committed, spent } = columnsOf(shift, entry.amount)
  const moved = await tx.db.$executeRaw`
    UPDATE envelopes SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}, version = version + 1
    WHERE id = ${line.envelopeId}::uuid AND reserved + committed + spent + ${reserved} + ${committed} + ${spent} + held <= ceiling
      AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  if (moved !== 1) throw new ProblemError('ceiling-exceeded')
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

/** What a transfer or carry-over takes from one envelope and gives to another. */
const sidesOf = (change: CeilingChange) => {
  const kind: EntryKind = change.kind === 'carryOver' ? change.kind : 'transfer'
  const side = (envelopeId: string, direction: Direction) => ({ envelopeId, direction, kind, changeId: change.id })
  return [side(change.fromEnvelopeId ?? change.envelopeId, 'out'), side(change.envelopeId, 'in')]
}

/** Both sides of the change that is taken back, undone. */
const sidesBack = async (tx: Tx, { reason }: CeilingChange, changeId: string) => {
  const kind: EntryKind = 'reversal'
  const made = await tx.db.ledgerEntry.findMany({ where: { changeId } })
  return made.map(({ id, envelopeId }) => ({ envelopeId, kind, reversesId: id, reason }))
}

/** Writes both sides of a transfer or carry-over, or undoes both sides of the one it takes back. */
export const postTransfer = async (tx: Tx, actor: Actor, change: CeilingChange) => {
  const base = { amount: change.delta, effectiveOn: asDate(tx.today), at: tx.now, byId: actor.id }
  const sides = change.reversesId === null ? sidesOf(change) : await sidesBack(tx, change, change.reversesId)
  await tx.db.ledgerEntry.createMany({ data: sides.map((side) => ({ id: newId(), ...base, ...side })) })
}
