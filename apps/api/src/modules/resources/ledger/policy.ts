import type { Label } from '@entente/shared/kernel/text'
import type { LedgerEntry, Program } from '../../../generated/prisma/client.ts'
import type { Tx } from '../../../platform/database/client.ts'
import type { Actor, Condition, Policy } from '../../../platform/rules/policy.ts'
import { internal, isInternal } from '../../users/policy.ts'
import { allocationPolicy, whileApprovable, whileLedgerOpen } from '../requests/policy.ts'

type OfProgram = { program: Program | null }
type Entry = LedgerEntry & OfProgram & { reversedBy: { id: string } | null }

const { roles } = allocationPolicy.record

/** What is recorded for a program, or for general work, on a request that is approved. */
export const recordingPolicy = {
  commit: { roles, while: whileApprovable },
  spend: { roles, while: [whileLedgerOpen] },
  release: { roles },
} satisfies Policy<OfProgram>

export const notOfAllocation: Label = {
  fr: 'Seule une écriture d’une affectation se contrepasse ainsi.',
  en: 'Only an entry of an allocation is reversed this way.',
}

/** What was released is taken again only while resources are approved for its program. */
const ofReleases = ({ holds, ...said }: Condition<OfProgram>): Condition<Entry> => ({
  ...said,
  holds: (entry, actor) => entry.kind !== 'release' || holds(entry, actor),
})

/**
 * Entries of an allocation may be undone, once, and until the ledger of their program is closed. A transfer is taken
 * back by two people, as it was made.
 */
export const entryPolicy = {
  reverse: {
    roles,
    while: [
      {
        holds: ({ kind, allocationId, lineId }) => kind !== 'reversal' && allocationId !== null && lineId !== null,
        otherwise: notOfAllocation,
      },
      {
        holds: ({ reversedBy }) => reversedBy === null,
        otherwise: { fr: 'Cette écriture est déjà contrepassée.', en: 'This entry is already reversed.' },
        problem: 'already-decided',
      },
      whileLedgerOpen,
      ...whileApprovable.map(ofReleases),
    ],
  },
} satisfies Policy<Entry>

export const readsLedger = internal

/** The ledger is internal: every colleague sees it, no partner does. */
export const entryVisible = async (tx: Tx, actor: Actor, id: string) =>
  isInternal(actor) && (await tx.db.ledgerEntry.count({ where: { id } })) > 0
