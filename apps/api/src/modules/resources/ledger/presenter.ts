import type { z } from 'zod'
import { entryKind, type ledgerEntry } from '@entente/shared/resources/ledger/contract'
import { unit as unitWord } from '@entente/shared/resources/rates/options'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import { type Actor, hasRole } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { allocationPolicy, isApprovable, isReconciled } from '../requests/policy.ts'
import { presentOriginal } from '../rates/presenter.ts'
import { amountIn } from '../envelopes/presenter.ts'

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

const columnOf = (releasedFrom: string | null) =>
  releasedFrom === null ? null : releasedFrom === 'reserved' ? 'reserved' : 'committed'

/**
 * Entries of an allocation may be undone, once, and until the ledger of their program is closed; a release only while
 * its program may still be given resources. A transfer is taken back by two people, as it was made.
 */
const isReversible = ({ kind, allocationId, reversedBy, program }: EntryRow) =>
  kind !== 'reversal' &&
  allocationId !== null &&
  reversedBy === null &&
  !isReconciled(program) &&
  (kind !== 'release' || isApprovable(program))

/** An entry, with whether its reader may undo it. */
export const presentEntry = (row: EntryRow, people: People, actor: Actor): z.input<typeof ledgerEntry> => ({
  id: row.id,
  kind: entryKind.parse(row.kind),
  envelopeId: row.envelopeId,
  unit: unitWord.parse(row.envelope.unit),
  amount: amountIn(row.envelope.unit, row.amount),
  currency: row.envelope.unit === 'CAD' ? 'CAD' : null,
  releasedFrom: columnOf(row.releasedFrom),
  ...originalIn(row),
  allocationId: row.allocationId,
  lineId: row.lineId,
  programId: row.programId,
  on: asDay(row.effectiveOn),
  at: row.at.toISOString(),
  by: personOf(people, row.byId),
  documentId: row.documentId,
  direction: row.direction === null ? null : row.direction === 'in' ? 'in' : 'out',
  reverses: row.reverses && {
    id: row.reverses.id,
    kind: entryKind.parse(row.reverses.kind),
    releasedFrom: columnOf(row.reverses.releasedFrom),
  },
  reason: row.reason,
  reversedById: row.reversedBy?.id ?? null,
  staff: row.staff && { id: row.staff.id, name: row.staff.name },
  from: asOptionalDay(row.workedFrom),
  can: isReversible(row) && hasRole(actor, allocationPolicy.record.roles) ? ['reverse'] : [],
})
