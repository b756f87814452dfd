import { z } from 'zod'
import type { allocations } from '@entente/shared/resources/requests/contract'
import { fiscalYearOf } from '@entente/shared/calendar/rules'
import { sum } from '@entente/shared/kernel/money'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, hasRole } from '../../../platform/rules/policy.ts'
import { namesOf } from '../../users/queries.ts'
import { envelopesOn } from '../envelopes/ceiling-queries.ts'
import { participantsOf } from './participant-queries.ts'
import { allocationPolicy } from './policy.ts'
import {
  type AllocationRow,
  peopleIn,
  presentAllocation,
  presentEntry,
  presentEnvelope,
  withLines,
  withReversals,
} from './presenter.ts'

export const allocationRow = async (tx: Tx, id: string): Promise<AllocationRow> => {
  const row = await tx.db.allocation.findUniqueOrThrow({ where: { id }, include: withLines })
  const participants = await participantsOf(tx, [row])
  return { ...row, participantIds: participants(row) }
}

/** An allocation that was read, as this person sees it. */
export const shownTo = async (tx: Tx, actor: Actor, row: AllocationRow) =>
  presentAllocation(row, await namesOf(tx, peopleIn(row)), actor)

/** One allocation as this person sees it; used after every change, too. */
export const allocationFor = async (tx: Tx, actor: Actor, id: string) => shownTo(tx, actor, await allocationRow(tx, id))

export const getAllocation = async (call: CallOf<typeof allocations.get>) =>
  allocationFor(await reading(call.server), call.actor, call.params.id)

export const listEnvelopes = async (call: CallOf<typeof allocations.envelopes>) => {
  const tx = await reading(call.server)
  const fiscalYear = call.query.fiscalYear ?? fiscalYearOf(tx.today)
  const rows = await tx.db.envelope.findMany({
    where: { fiscalYear },
    orderBy: [{ unit: 'asc' }, { profile: 'asc' }],
  })
  const can = hasRole(call.actor, allocationPolicy.openEnvelope.roles) ? (['create'] as const) : []
  const shown = await envelopesOn(tx, rows, call.query.asOf)
  return { items: shown.map((row) => presentEnvelope(row, call.actor)), can: [...can] }
}

export const listAllocations = async (call: CallOf<typeof allocations.list>) => {
  const { limit = defaultLimit, cursor, programId, activityId, state, fiscalYear, unit: counted, general } = call.query
  const tx = await reading(call.server)
  const before = decodeCursor(cursor, z.uuid())
  const where: Prisma.AllocationWhereInput = {
    ...(programId && { programId }),
    ...(activityId && { activityId }),
    ...(state && { state }),
    ...(general && { programId: null }),
    ...((fiscalYear ?? counted) !== undefined && {
      lines: { some: { envelope: { ...(fiscalYear && { fiscalYear }), ...(counted && { unit: counted }) } } },
    }),
    ...(before !== null && { id: { lt: before } }),
  }
  const found = await tx.db.allocation.findMany({
    where,
    include: withLines,
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const participants = await participantsOf(tx, found)
  const rows = found.map((row) => ({ ...row, participantIds: participants(row) }))
  const people = await namesOf(tx, rows.flatMap(peopleIn))
  return pageOf(
    rows,
    limit,
    (row) => row.id,
    (row) => presentAllocation(row, people, call.actor),
  )
}

export type LedgerFilter = Omit<CallOf<typeof allocations.ledger>['query'], 'limit' | 'cursor'>

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

export const listLedger = async (call: CallOf<typeof allocations.ledger>) => {
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

/** Money approved for each program, and how much of it is committed and spent. */
export const moneyOfPrograms = async (tx: Tx, ids: readonly string[]) => {
  const lines = await tx.db.allocationLine.findMany({
    where: { allocation: { programId: { in: [...ids] }, state: 'approved' }, envelope: { unit: 'CAD' } },
    select: { approved: true, committed: true, spent: true, allocation: { select: { programId: true } } },
  })
  return (id: string) => {
    const own = lines.filter((line) => line.allocation.programId === id)
    const total = (part: (line: (typeof lines)[number]) => Prisma.Decimal | null) => ({
      amount: sum(own.map((line) => part(line)?.toFixed(2) ?? '0')),
      currency: 'CAD',
    })
    return {
      approved: total((line) => line.approved),
      committed: total((line) => line.committed),
      spent: total((line) => line.spent),
    }
  }
}
