import type { allocations } from '@entente/shared/allocations/contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import { Prisma } from '../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../platform/call.ts'
import { asDate } from '../../platform/clock.ts'
import { command } from '../../platform/command.ts'
import { lock, type Unit } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../platform/problems.ts'
import { attach } from '../documents/service.ts'
import { namesOf } from '../users/queries.ts'
import { type AllocationRow, amountIn, type LineRow, presentEntry } from './presenter.ts'
import { allocationFor, allocationRow } from './queries.ts'
import { amountFor } from './service.ts'

type Column = 'reserved' | 'committed' | 'spent'
type Shift = { from: Column | null; to: Column | null }
type Entry = {
  kind: string
  amount: Prisma.Decimal
  on: string
  programId: string | null
  documentId?: string | null
  releasedFrom?: Column
}

/**
 * Writes one entry and moves the amount between the columns of its envelope and line. The condition in the UPDATE is
 * the guard: what comes from a column must be there, and what comes from outside must fit under the ceiling.
 */
const post = async (
  unit: Unit,
  actor: Actor,
  line: Pick<LineRow, 'id' | 'envelopeId' | 'allocationId'>,
  shift: Shift,
  entry: Entry,
) => {
  const { amount } = entry
  const change = (column: Column) =>
    shift.to === column ? amount : shift.from === column ? amount.negated() : new Prisma.Decimal(0)
  const [reserved, committed, spent] = [change('reserved'), change('committed'), change('spent')]
  const moved = await unit.db.$executeRaw`
    UPDATE envelopes SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}, version = version + 1
    WHERE id = ${line.envelopeId}::uuid AND reserved + committed + spent + ${reserved} + ${committed} + ${spent} + held <= ceiling
      AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  const followed = await unit.db.$executeRaw`
    UPDATE allocation_lines SET reserved = reserved + ${reserved}, committed = committed + ${committed}, spent = spent + ${spent}
    WHERE id = ${line.id}::uuid AND reserved + ${reserved} >= 0 AND committed + ${committed} >= 0`
  if (moved !== 1 || followed !== 1) throw new ProblemError('ceiling-exceeded')
  return unit.db.ledgerEntry.create({
    data: {
      id: newId(),
      envelopeId: line.envelopeId,
      allocationId: line.allocationId,
      lineId: line.id,
      programId: entry.programId,
      kind: entry.kind,
      amount,
      releasedFrom: entry.releasedFrom ?? null,
      documentId: entry.documentId ?? null,
      effectiveOn: asDate(entry.on),
      at: unit.now,
      byId: actor.id,
    },
    include: { envelope: true },
  })
}

/** Grants a line its amount and reserves it in the envelope; nothing is written for a refused line but the refusal. */
export const reserve = async (
  unit: Unit,
  actor: Actor,
  allocation: AllocationRow,
  line: LineRow,
  amount: Prisma.Decimal,
  reason: string | null,
) => {
  const outcome = amount.isZero() ? 'refused' : 'approved'
  await unit.db.allocationLine.update({ where: { id: line.id }, data: { approved: amount, outcome, reason } })
  if (amount.isZero()) return
  await post(
    unit,
    actor,
    line,
    { from: null, to: 'reserved' },
    { kind: 'reservation', amount, on: unit.today, programId: allocation.programId },
  )
}

type Recording = CallOf<typeof allocations.commit>

const openLine = async (unit: Unit, call: Recording) => {
  await lock(unit, 'allocations', call.params.id)
  const row = await allocationRow(unit, call.params.id)
  expectVersion(call, await allocationFor(unit, call.actor, row.id))
  if (row.state !== 'approved')
    throw wrongState('Cette affectation n’est pas approuvée.', 'This allocation is not approved.')
  const line = row.lines.find((item) => item.id === call.body.lineId)
  if (line === undefined)
    throw invalidField('/lineId', {
      fr: 'Cette ligne n’est pas de cette affectation.',
      en: 'This line is not of this allocation.',
    })
  return {
    row,
    line,
    amount: new Prisma.Decimal(amountFor(line.envelope, call.body, '')),
    programId: await programFor(unit, call, row),
  }
}

const programFor = async (unit: Unit, call: Recording, row: AllocationRow) => {
  const { programId } = call.body
  if (programId === undefined) return row.programId
  const foreign = row.programId !== null && row.programId !== programId
  if (foreign || (await unit.db.program.count({ where: { id: programId } })) === 0) {
    throw invalidField('/programId', {
      fr: 'L’écriture porte sur le programme de l’affectation.',
      en: 'The entry is for the program of the allocation.',
    })
  }
  return programId
}

const requireDay = (call: Recording, line: LineRow, today: string) => {
  const year = fiscalYearDays(line.envelope.fiscalYear)
  const { on } = call.body
  if (on > today) throw invalidField('/on', { fr: 'Cette date est à venir.', en: 'This date is in the future.' })
  if (on < year.from || on > year.to) {
    throw invalidField('/on', {
      fr: `Hors de l’exercice : ${year.from} au ${year.to}.`,
      en: `Outside the fiscal year: ${year.from} to ${year.to}.`,
    })
  }
}

const requireAtMost = (line: LineRow, amount: Prisma.Decimal, left: Prisma.Decimal) => {
  if (amount.lte(left)) return
  const available = amountIn(line.envelope.unit, left)
  throw new ProblemError('ceiling-exceeded', {
    detail: { fr: `Il reste ${available} sur cette ligne.`, en: `${available} is left on this line.` },
    extra: { available },
  })
}

const recording = (kind: 'commitment' | 'expense', shift: { from: Column; to: Column }) => (call: Recording) =>
  command(call, async (unit) => {
    const { row, line, amount, programId } = await openLine(unit, call)
    requireDay(call, line, unit.today)
    if (kind === 'commitment' && (row.program?.suspendedCause ?? null) !== null) throw new ProblemError('suspended')
    requireAtMost(line, amount, line[shift.from])
    await attach(unit, call.actor, programId, call.body.documentId, '/documentId')
    const entry = await post(unit, call.actor, line, shift, {
      kind,
      amount,
      on: call.body.on,
      programId,
      documentId: call.body.documentId ?? null,
    })
    return recorded(unit, entry)
  })

const recorded = async (unit: Unit, entry: Awaited<ReturnType<typeof post>>) => {
  const answer = presentEntry(entry, await namesOf(unit, [entry.byId]))
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

/** Commits part of what is reserved. */
export const commit = recording('commitment', { from: 'reserved', to: 'committed' })
/** Records an expense against what is committed. */
export const spend = recording('expense', { from: 'committed', to: 'spent' })

/** Gives back what will not be spent: first of the reservation, then of the commitment. */
export const release = (call: Recording) =>
  command(call, async (unit) => {
    const { line, amount, programId } = await openLine(unit, call)
    requireDay(call, line, unit.today)
    requireAtMost(line, amount, line.reserved.plus(line.committed))
    const ofReserved = Prisma.Decimal.min(amount, line.reserved)
    const parts = [
      { from: 'reserved' as const, amount: ofReserved },
      { from: 'committed' as const, amount: amount.minus(ofReserved) },
    ].filter((part) => part.amount.gt(0))
    const entries = []
    for (const part of parts) {
      const entry = { kind: 'release', amount: part.amount, on: call.body.on, programId, releasedFrom: part.from }
      entries.push(await post(unit, call.actor, line, { from: part.from, to: null }, entry))
    }
    const last = entries.at(-1)
    if (last === undefined) throw new ProblemError('ceiling-exceeded')
    return recorded(unit, last)
  })
