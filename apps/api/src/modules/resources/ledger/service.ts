import { ledger, type EntryKind } from '@entente/shared/resources/ledger/contract'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import type { Commitment } from '@entente/shared/programs/options'
import type { Label } from '@entente/shared/kernel/text'
import { Prisma, type Program } from '../../../generated/prisma/client.ts'
import { type CallOf, expectVersion } from '../../../platform/records/call.ts'
import { adding } from '../../../platform/records/changing.ts'
import { lockShared, type Tx } from '../../../platform/database/client.ts'
import { invalidField, ProblemError, requireNotFuture } from '../../../platform/rules/problems.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { attach } from '../../documents/service.ts'
import { amountOn, ownAmount } from '../requests/amount-service.ts'
import { lockWithProgram, postOn } from '../requests/standing-service.ts'
import { allocationPolicy, allocationVisible as visible, hasEnded, isApprovable } from '../requests/policy.ts'
import type { Column } from '../envelopes/posting-service.ts'
import type { AllocationRow, LineRow } from '../requests/presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'
import { allocationRecord } from '../requests/queries.ts'
import { requireReceipt, workOf } from './evidence-service.ts'
import { recordingPolicy } from './policy.ts'
import { entryRecord } from './queries.ts'

type Recording = CallOf<typeof ledger.commit>
type Opened = Awaited<ReturnType<typeof openLine>>

type Moving = {
  kind: EntryKind
  shift: { from: Column; to: Column }
  staffId?: string | null
  workedFrom?: Date | null
  reason?: string
}

/** The line an entry is made on, of an approved request, and the program it counts for; both are kept as they are. */
const openLine = async (tx: Tx, call: Recording) => {
  await lockWithProgram(tx, call.params.id)
  const row = await allocationRecord.find(tx, call.params.id)
  expectVersion(call, await allocationRecord.present(tx, call.actor, row))
  authorize(allocationPolicy.record, row, call.actor)
  const line = row.lines.find((item) => item.id === call.body.lineId)
  if (line === undefined)
    throw invalidField('/lineId', {
      fr: 'Cette ligne n’est pas de cette affectation.',
      en: 'This line is not of this allocation.',
    })
  return { line, program: await programFor(tx, call, row, line) }
}

/** What the state of a program takes no entry of general work for, with the remedy; null where it takes one. */
const closedTo = (program: Program, counted: string): Label | null => {
  if (isApprovable(program)) return null
  if (hasEnded(program)) {
    return {
      fr: 'Ce programme est terminé : choisissez-en un autre, ou inscrivez l’écriture au travail général.',
      en: 'This program has ended: choose another, or record the entry as general work.',
    }
  }
  if (program.suspendedCause !== null) {
    return {
      fr: 'Ce programme est suspendu : attendez sa reprise, ou inscrivez l’écriture au travail général.',
      en: 'This program is suspended: wait until it resumes, or record the entry as general work.',
    }
  }
  if (counted === 'staffDay') return null
  return {
    fr: 'Ce programme n’a pas atteint l’affectation : seuls des jours de préparation s’y inscrivent. Inscrivez l’écriture au travail général.',
    en: 'This program has not reached allocation: only days of preparation are recorded for it. Record the entry as general work.',
  }
}

/**
 * The program an entry counts for: that of the allocation or, where it has none, the one that is named. General work is
 * charged to a program while it could be granted resources of its own; before, only the days that prepare it.
 */
const programFor = async (tx: Tx, call: Recording, row: AllocationRow, line: LineRow) => {
  const { programId } = call.body
  if (programId === undefined || programId === row.programId) return row.program
  await lockShared(tx, 'programs', programId)
  const program = await tx.db.program.findUnique({ where: { id: programId } })
  if (row.programId !== null || program === null) {
    throw invalidField('/programId', {
      fr: 'L’écriture porte sur le programme de l’affectation.',
      en: 'The entry is for the program of the allocation.',
    })
  }
  const closed = closedTo(program, line.envelope.unit)
  if (closed !== null) throw invalidField('/programId', closed)
  return program
}

const requireDay = (call: Recording, line: LineRow, today: string) => {
  const year = fiscalYearDays(line.envelope.fiscalYear)
  const { on } = call.body
  requireNotFuture(on, today, '/on')
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

const record = async (tx: Tx, call: Recording, opened: Opened, moving: Moving) => {
  const { line, program } = opened
  const { on } = call.body
  const documentId = call.body.documentId ?? null
  const { shift, ...entry } = moving
  const programId = program?.id ?? null
  requireDay(call, line, tx.today)
  const { amount, original } = await amountOn(tx, line.envelope, call.body, { pointer: '', on })
  requireAtMost(line, amount, line[shift.from])
  const cited = await attach(tx, call.actor, programId, documentId, '/documentId')
  if (moving.kind === 'expense' && cited !== null) await requireReceipt(tx, cited)
  return postOn(tx, call.actor, line, shift, { ...entry, amount, original, on, programId, documentId })
}

const onLine = { visible, parent: openLine }

/**
 * Commits part of what is reserved. In another currency it is counted at the rate of its own day: what that leaves of
 * the reservation stays reserved, and what the line does not hold is refused.
 */
export const commit = adding(
  ledger.commit,
  entryRecord,
  {
    ...onLine,
    action: 'commitment',
    rule: recordingPolicy.commit,
    // Days that prepare a program are no commitment of it yet.
    commits: (_, { program }): Commitment | null => (program !== null && isApprovable(program) ? 'money' : null),
  },
  async ({ tx, call, parent }) =>
    record(tx, call, parent, { kind: 'commitment', shift: { from: 'reserved', to: 'committed' } }),
)

/**
 * Records an expense against what is committed, in another currency likewise at the rate of its own day, with its
 * receipt or the person whose days it counts, or the reason why there is none.
 */
export const spend = adding(
  ledger.spend,
  entryRecord,
  { ...onLine, action: 'expense', rule: recordingPolicy.spend },
  async ({ tx, call, body, parent }) => {
    const evidence = await workOf(tx, body, parent.line)
    return record(tx, call, parent, { kind: 'expense', shift: { from: 'committed', to: 'spent' }, ...evidence })
  },
)

/** Gives back what will not be spent: first of the reservation, then of the commitment. */
export const release = adding(
  ledger.release,
  entryRecord,
  { ...onLine, action: 'release', rule: recordingPolicy.release },
  async ({ tx, call, actor, body, parent: { line, program } }) => {
    const programId = program?.id ?? null
    const amount = ownAmount(line.envelope, body, '')
    requireDay(call, line, tx.today)
    requireAtMost(line, amount, line.reserved.plus(line.committed))
    const ofReserved = Prisma.Decimal.min(amount, line.reserved)
    const parts = [
      { from: 'reserved' as const, amount: ofReserved },
      { from: 'committed' as const, amount: amount.minus(ofReserved) },
    ].filter((part) => part.amount.gt(0))
    const entries = []
    for (const part of parts) {
      const entry = { kind: 'release' as const, amount: part.amount, on: body.on, programId, releasedFrom: part.from }
      entries.push(await postOn(tx, actor, line, { from: part.from, to: null }, entry))
    }
    const last = entries.at(-1)
    if (last === undefined) throw new ProblemError('ceiling-exceeded')
    return last
  },
)
