import type { z } from 'zod'
import type { expenseRecord } from '@entente/shared/resources/ledger/contract'
import { crowded } from '@entente/shared/resources/ledger/rules'
import { fiscalYearDays } from '@entente/shared/calendar/rules'
import type { Document } from '../../../generated/prisma/client.ts'
import { asDate, asDay } from '../../../platform/database/clock.ts'
import { lock, type Tx } from '../../../platform/database/client.ts'
import { invalidField } from '../../../platform/rules/problems.ts'
import { copiesOf, requireKind } from '../../documents/proof-service.ts'
import type { LineRow } from '../requests/presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'

type Spending = z.output<typeof expenseRecord>

const daysOf = async (tx: Tx, staffId: string) => {
  const rows = await tx.db.ledgerEntry.findMany({
    where: { staffId, kind: 'expense', reversedBy: { is: null } },
    select: { workedFrom: true, effectiveOn: true, amount: true, program: { select: { reference: true } } },
  })
  return rows.map(({ workedFrom, effectiveOn, amount, program }) => ({
    from: asDay(workedFrom ?? effectiveOn),
    to: asDay(effectiveOn),
    days: amountIn('staffDay', amount),
    reference: program?.reference ?? null,
  }))
}

const periodOf = ({ from, to }: { from: string; to: string }) => (from === to ? from : `${from} – ${to}`)

/** Nobody works a day twice, whatever it is recorded for. Entries of one person are weighed one after another. */
const requireFree = async (tx: Tx, staffId: string, { from, on, days = '0' }: Spending) => {
  await lock(tx, 'staff_members', staffId)
  const found = crowded({ from: from ?? on, to: on, days }, await daysOf(tx, staffId))
  if (found === null) return
  const { other } = found
  const had = `${other.days} (${periodOf(other)}, ${other.reference ?? '–'})`
  throw invalidField('/days', {
    fr: `Cette personne aurait plus de jours qu’il n’y en a (${periodOf(found)}) : il lui en est déjà compté ${had}. Inscrivez-en moins, ou contrepassez cette écriture.`,
    en: `This person would have more days than there are (${periodOf(found)}): they are already counted ${had}. Record fewer, or reverse that entry.`,
  })
}

/** Whose days an expense counts, and since when; or the reason why there is no receipt and nobody to name. */
export const workOf = async (tx: Tx, body: Spending, line: LineRow) => {
  const { staffId, from, reason } = body
  if (from !== undefined && from < fiscalYearDays(line.envelope.fiscalYear).from) {
    throw invalidField('/from', { fr: 'Avant le début de l’exercice.', en: 'Before the fiscal year begins.' })
  }
  if (staffId !== undefined) {
    if ((await tx.db.staffMember.count({ where: { id: staffId } })) === 0) {
      throw invalidField('/staffId', { fr: 'Personne inconnue.', en: 'Unknown person.' })
    }
    await requireFree(tx, staffId, body)
  }
  return {
    staffId: staffId ?? null,
    workedFrom: from === undefined ? null : asDate(from),
    ...(reason !== undefined && { reason }),
  }
}

/** A receipt is one, is readable by whoever reads the expense, and shows no other expense that stands, stored again or not. */
export const requireReceipt = async (tx: Tx, cited: Document) => {
  requireKind('expense', cited, '/documentId')
  if (cited.classification === 'restricted') {
    throw invalidField('/documentId', {
      fr: 'Un document restreint n’est pas lu par toutes les personnes qui lisent cette dépense : classez la pièce « interne ».',
      en: 'A restricted document is not read by everyone who reads this expense: class the receipt “internal”.',
    })
  }
  const shown = await tx.db.ledgerEntry.findFirst({
    where: { documentId: { in: await copiesOf(tx, cited) }, kind: 'expense', reversedBy: { is: null } },
    select: { effectiveOn: true },
  })
  if (shown === null) return
  const on = asDay(shown.effectiveOn)
  throw invalidField('/documentId', {
    fr: `Cette pièce justifie déjà la dépense du ${on}. Pour une autre ligne de la même facture, dites-le comme motif.`,
    en: `This receipt already shows the expense of ${on}. For another line of the same invoice, say so as the reason.`,
  })
}
