import { fiscalYearDays } from '@entente/shared/calendar/rules'
import type { Envelope, Prisma, Program } from '../../../generated/prisma/client.ts'
import type { Call } from '../../../platform/records/call.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { blocking, type Evaluated, gateFailed } from '../../../platform/rules/gates.ts'
import { ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import type { Actor } from '../../../platform/rules/policy.ts'
import { columnsOf, type Entry, type OnLine, post, type Shift } from '../envelopes/posting-service.ts'

/**
 * Locks an allocation, then keeps its program as it is, so that nobody suspends or ends it before this is over.
 * Always in this order, envelopes last: who suspends a program waits for no allocation.
 */
export const lockWithProgram = async (tx: Tx, id: string) => {
  await lock(tx, 'allocations', id)
  await tx.db.$queryRaw`
    SELECT 1 FROM programs WHERE id = (SELECT program_id FROM allocations WHERE id = ${id}::uuid) FOR SHARE`
}

/** Nothing is reserved in a fiscal year that has ended. */
export const requireOpenYears = (tx: Tx, { lines }: { lines: readonly { envelope: Envelope }[] }) => {
  if (lines.every(({ envelope }) => tx.today <= fiscalYearDays(envelope.fiscalYear).to)) return
  throw wrongState(
    'L’exercice d’une enveloppe est terminé : rien n’y est plus réservé. Faites-en la demande pour un exercice ouvert.',
    'The fiscal year of an envelope has ended: nothing more is reserved in it. Have it asked for an open fiscal year.',
  )
}

/** Where a program stands while its gates are weighed: it moves nowhere. */
export const placeIn = (program: Program | null) => ({
  from: program?.stage ?? 'allocation',
  to: program?.stage ?? 'allocation',
})

/** Refuses when a gate of the program stands in the way, with what is missing and where to mend it. */
export const requirePassed = (call: Call, program: Program | null, evaluated: readonly Evaluated[]) => {
  const failed = blocking(evaluated)
  if (failed.length > 0) throw gateFailed(failed, call.locale, placeIn(program))
}

/** Moves an amount between the columns of a line: what comes from a column must be there. */
const shiftLine = async (tx: Tx, id: string, shift: Shift, amount: Prisma.Decimal) => {
  const { reserved, committed, spent } = columnsOf(shift, amount)
  const followed = await tx.db.$executeRaw`
    UPDATE allocation_lines SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}
    WHERE id = ${id}::uuid AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  if (followed !== 1) throw new ProblemError('ceiling-exceeded')
}

/** Writes one entry on a line, gives its id, and moves the amount in the envelope and in the line; both or neither. */
export const postOn = async (tx: Tx, actor: Actor, line: OnLine, shift: Shift, entry: Entry) => {
  await shiftLine(tx, line.id, shift, entry.amount)
  return post(tx, actor, line, shift, entry)
}
