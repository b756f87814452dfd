import { z } from 'zod'
import type { ledger } from '@entente/shared/resources/ledger/contract'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { namesOf } from '../../users/queries.ts'
import type { Added } from '../../../platform/records/changing.ts'
import { type EntryRow, presentEntry, withReversals } from './presenter.ts'

export type LedgerFilter = Omit<CallOf<typeof ledger.list>['query'], 'limit' | 'cursor'>

/** What belongs to a program, or to none: an entry by the one it was recorded for, an allocation by the one it is for. */
type OfProgram = { programId?: string | null; program?: Prisma.ProgramWhereInput; OR?: OfProgram[] }

const ofPrograms = ({ programId, countryCode, organizationId }: LedgerFilter): OfProgram[] => [
  ...(programId === undefined ? [] : [{ programId }]),
  ...(countryCode === undefined ? [] : [ofCountry(countryCode)]),
  ...(organizationId === undefined ? [] : [ofOrganization(organizationId)]),
]

const ofCountry = (code: string): OfProgram =>
  code === 'none'
    ? { OR: [{ programId: null }, { program: { countryCode: null } }] }
    : { program: { countryCode: code } }

const ofOrganization = (id: string): OfProgram =>
  id === 'none'
    ? { OR: [{ programId: null }, { program: { programOrganizations: { none: {} } } }] }
    : { program: { programOrganizations: { some: { organizationId: id } } } }

/** Entries made for allocations like these, whatever program they were later counted on. */
const ofAllocations = async (tx: Tx, conditions: OfProgram[]): Promise<Prisma.LedgerEntryWhereInput> => {
  const found = await tx.db.allocation.findMany({ where: { AND: conditions }, select: { id: true } })
  return { allocationId: { in: found.map(({ id }) => id) } }
}

/** The entries that make each sum, as the view of their effects counts them. */
const making: Record<NonNullable<LedgerFilter['moves']>, Prisma.LedgerEntryWhereInput[]> = {
  spent: [{ kind: 'expense' }],
  committed: [{ kind: { in: ['commitment', 'expense'] } }, { kind: 'release', releasedFrom: 'committed' }],
  reserved: [{ kind: { in: ['reservation', 'commitment'] } }, { kind: 'release', releasedFrom: 'reserved' }],
}

/** The conditions of a filter on programs: where a sum is asked for, each belongs to a program as the reports count it. */
const programConditions = async (tx: Tx, filter: LedgerFilter): Promise<Prisma.LedgerEntryWhereInput[]> => {
  const { moves, general } = filter
  const none = general === undefined ? [] : [{ programId: null }]
  if (moves === undefined) return [...ofPrograms(filter), ...(general ? [await ofAllocations(tx, none)] : [])]
  const own = [...ofPrograms(filter), ...none]
  const made = { OR: [...making[moves], { reverses: { is: { OR: making[moves] } } }] }
  return moves === 'spent' ? [made, ...own] : [made, await ofAllocations(tx, own)]
}

/** The entries of the ledger that a filter keeps: what its list shows and what its export holds. */
export const entriesWhere = async (tx: Tx, filter: LedgerFilter): Promise<Prisma.LedgerEntryWhereInput> => {
  const { fiscalYear, unit: counted } = filter
  return {
    ...(filter.envelopeId && { envelopeId: filter.envelopeId }),
    ...(filter.allocationId && { allocationId: filter.allocationId }),
    ...(filter.kind && { kind: filter.kind }),
    ...((fiscalYear ?? counted) !== undefined && {
      envelope: { ...(fiscalYear && { fiscalYear }), ...(counted && { unit: counted }) },
    }),
    AND: await programConditions(tx, filter),
  }
}

/** An entry of the ledger, for the commands that make one: none is ever changed. */
export const entryRecord = {
  resource: 'resources/ledger',
  noun: 'ledger',
  find: (tx, id) => tx.db.ledgerEntry.findUniqueOrThrow({ where: { id }, include: withReversals }),
  present: async (tx, actor, row) => presentEntry(row, await namesOf(tx, [row.byId]), actor),
  programOf: ({ programId }) => programId,
} satisfies Added<EntryRow, ReturnType<typeof presentEntry>>

/** A page of the ledger, oldest first. */
export const listLedger = async (call: CallOf<typeof ledger.list>) => {
  const { limit = defaultLimit, cursor, ...filter } = call.query
  const tx = await reading(call.server)
  const after = decodeCursor(cursor, z.uuid())
  const rows = await tx.db.ledgerEntry.findMany({
    where: { AND: [await entriesWhere(tx, filter), after === null ? {} : { id: { gt: after } }] },
    include: withReversals,
    orderBy: { id: 'asc' },
    take: limit + 1,
  })
  const people = await namesOf(
    tx,
    rows.map((row) => row.byId),
  )
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presentEntry(row, people, call.actor),
  )
}
