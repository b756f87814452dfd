import type { z } from 'zod'
import type { LineOutcome, newLine } from '@entente/shared/resources/requests/allocation-contract'
import { Prisma } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { type Counted, grantedBefore, partOf } from './amount-service.ts'
import type { AllocationRow, LineRow } from './presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'

/** What is decided of one line, and how much of it is granted where it is not all. */
type Choice = Pick<z.output<typeof newLine>, (typeof quantities)[number]> & {
  lineId: string
  outcome?: LineOutcome | undefined
  reason?: string | undefined
}
type Decision = { lines?: readonly Choice[] | undefined }

/** What a line is granted, and why not all of it. */
export type Granted = Counted & { line: LineRow; reason: string | null }

const quantities = ['amount', 'days', 'items'] as const

/** Every choice must be of a line of this request. */
export const requireOwnLines = (row: AllocationRow, { lines = [] }: Decision) =>
  lines.forEach(({ lineId }, index) => {
    if (row.lines.some(({ id }) => id === lineId)) return
    throw invalidField(`/lines/${index}/lineId`, {
      fr: 'Cette ligne n’est pas de cette demande.',
      en: 'This line is not of this request.',
    })
  })

const grantOf = (line: LineRow, choice: Choice | undefined, pointer: string): Granted => {
  const before = grantedBefore(line)
  if (choice === undefined) return { line, ...before, reason: line.reason }
  const reason = choice.reason ?? line.reason
  if (choice.outcome === 'refused') {
    if (reason === null) throw invalidField(`${pointer}/reason`, { fr: 'Donnez un motif.', en: 'Give a reason.' })
    return { line, amount: new Prisma.Decimal(0), original: null, reason }
  }
  const field = quantities.find((name) => choice[name] !== undefined)
  if (field === undefined) return { line, ...before, reason }
  const granted = partOf(line, choice, pointer)
  if (granted.amount.gt(before.amount)) {
    const most = amountIn(line.envelope.unit, before.amount)
    throw invalidField(`${pointer}/${field}`, {
      fr: `Au plus ce qui est demandé, ou déjà accordé : ${most}.`,
      en: `At most what is asked, or already granted: ${most}.`,
    })
  }
  return { line, ...granted, reason }
}

/** What each line is granted: all, less, or nothing. Never more than was asked, or than an earlier step granted. */
export const grantedLines = (row: AllocationRow, { lines: chosen = [] }: Decision): Granted[] => {
  const granted = row.lines.map((line) => {
    const index = chosen.findIndex((choice) => choice.lineId === line.id)
    return grantOf(line, chosen[index], `/lines/${index}`)
  })
  if (granted.some(({ amount }) => !amount.isZero())) return granted
  throw invalidField('/lines', {
    fr: 'Approuvez au moins une ligne, ou refusez la demande.',
    en: 'Approve at least one line, or refuse the request.',
  })
}

/** Writes on a line what it is granted so far; nothing is reserved by this. */
export const keepGrant = async (tx: Tx, { line, amount, original, reason }: Granted) => {
  const originalApproved = line.originalAmount === null ? null : (original?.originalAmount ?? 0)
  const outcome: LineOutcome = amount.isZero() ? 'refused' : 'approved'
  const data = { approved: amount, originalApproved, outcome, reason }
  await tx.db.allocationLine.updateMany({ where: { id: line.id }, data })
}

/** Takes back what steps granted: the request is asked again, or not at all. */
export const forgetGrants = (tx: Tx, allocationId: string) =>
  tx.db.allocationLine.updateMany({
    where: { allocationId },
    data: { approved: null, originalApproved: null, outcome: null, reason: null },
  })

/** Leaves the questions of a return on the lines they are about. */
export const askOnLines = async (tx: Tx, { lines = [] }: Decision) => {
  for (const { lineId, reason } of lines) {
    if (reason === undefined) continue
    await tx.db.allocationLine.update({ where: { id: lineId }, data: { outcome: 'returned', reason } })
  }
}
