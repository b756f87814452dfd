import type { z } from 'zod'
import type { ledgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { presentOriginal } from '../rates/presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'
import { entryPolicy } from './policy.ts'

/** Says nothing of an entry that was made in the envelope’s own unit. */
const originalIn = (row: EntryRow) => {
  const original = presentOriginal(row)
  return original === null ? {} : { original }
}

export const withReversals = {
  envelope: true,
  program: true,
  reverses: true,
  reversedBy: true,
  staff: true,
} satisfies Prisma.LedgerEntryInclude
export type EntryRow = Prisma.LedgerEntryGetPayload<{ include: typeof withReversals }>

/** An entry, with whether its reader may undo it. */
export const presentEntry = (row: EntryRow, people: People, actor: Actor): z.input<typeof ledgerEntry> => ({
  id: row.id,
  kind: row.kind,
  envelopeId: row.envelopeId,
  unit: row.envelope.unit,
  amount: amountIn(row.envelope.unit, row.amount),
  currency: row.envelope.unit === 'CAD' ? 'CAD' : null,
  releasedFrom: row.releasedFrom,
  ...originalIn(row),
  allocationId: row.allocationId,
  lineId: row.lineId,
  programId: row.programId,
  on: asDay(row.effectiveOn),
  at: row.at.toISOString(),
  by: personOf(people, row.byId),
  documentId: row.documentId,
  direction: row.direction,
  reverses: row.reverses && {
    id: row.reverses.id,
    kind: row.reverses.kind,
    releasedFrom: row.reverses.releasedFrom,
  },
  reason: row.reason,
  reversedById: row.reversedBy?.id ?? null,
  staff: row.staff && { id: row.staff.id, name: row.staff.name },
  from: asOptionalDay(row.workedFrom),
  ...allowedOn(entryPolicy, row, actor),
})
