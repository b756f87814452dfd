import { z } from 'zod'
import type { allocations } from '@entente/shared/resources/requests/contract'
import { allocationWorkflow } from '@entente/shared/resources/requests/workflow'
import { sum, times } from '@entente/shared/kernel/money'
import { decidedPercent, revisedPercent } from '@entente/shared/decisions/drift-gates'
import type { Allocation, Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { decodeCursor, defaultLimit, pageOf } from '../../../platform/records/paging.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { asDate, dayOf } from '../../../platform/database/clock.ts'
import { namesOf } from '../../users/queries.ts'
import { accountsBooked } from '../../capacity/bookings/facts.ts'
import { digitsOf } from '../envelopes/presenter.ts'
import { type AllocationRow, peopleIn, presentAllocation, withLines } from './presenter.ts'
import { driftFacts } from './facts.ts'
import { allocationPolicy, allocationVisible } from './policy.ts'

const allocationRow = async (tx: Tx, id: string): Promise<AllocationRow> => {
  const row = await tx.db.allocation.findUniqueOrThrow({ where: { id }, include: withLines })
  const participants = await participantsOf(tx, [row])
  return { ...row, participantIds: participants(row) }
}

/** A request for resources, for the commands that change one. */
export const allocationRecord = recorded<AllocationRow>()({
  resource: 'resources/requests',
  noun: 'allocation',
  table: 'allocations',
  policy: allocationPolicy,
  visible: allocationVisible,
  find: allocationRow,
  present: async (tx, actor, row) => presentAllocation(row, await namesOf(tx, peopleIn(row)), actor),
  programOf: ({ programId }) => programId,
})

export const getAllocation = async (call: CallOf<typeof allocations.get>) => {
  const tx = await reading(call.server)
  return allocationRecord.present(tx, call.actor, await allocationRow(tx, call.params.id))
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

const { approve } = allocationWorkflow.transitions

/** Money approved for each program, and how much of it is committed and spent. */
export const moneyOfPrograms = async (tx: Tx, ids: readonly string[]) => {
  const lines = await tx.db.allocationLine.findMany({
    where: { allocation: { programId: { in: [...ids] }, state: approve.to }, envelope: { unit: 'CAD' } },
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

type Paying = Pick<Allocation, 'programId' | 'activityId' | 'createdAt'>

const assignments = (tx: Tx, activityIds: readonly string[]) =>
  tx.db.activity.findMany({ where: { id: { in: [...activityIds] } }, select: { id: true, assigneeIds: true } })

/**
 * Tells of each of these requests whose own costs it pays: those assigned to its activity, and those booked for its
 * program on days that were not over when it was made. None of them decides it (P7-G4).
 */
export const participantsOf = async (tx: Tx, rows: readonly Paying[]) => {
  const programs = new Set(rows.flatMap(({ programId }) => programId ?? []))
  const activities = new Set(rows.flatMap(({ activityId }) => activityId ?? []))
  const booked = programs.size === 0 ? [] : await accountsBooked(tx, [...programs])
  const assigned = activities.size === 0 ? [] : await assignments(tx, [...activities])
  return ({ programId, activityId, createdAt }: Paying) => {
    const since = asDate(dayOf(createdAt))
    const away = booked.filter((booking) => booking.programId === programId && booking.endsOn >= since)
    const active = assigned.filter(({ id }) => id === activityId)
    return [...away.map(({ userId }) => userId), ...active.flatMap(({ assigneeIds }) => assigneeIds)]
  }
}

/** A share of an amount, in cents or tenths of days: `110` percent is `1.10` times. */
const shareOf = (planned: string, percent: string, unit: string) =>
  times(planned, `${percent.slice(0, -2)}.${percent.slice(-2)}`, digitsOf(unit))

/** What approvals of a program are held against, told before one asks: the same facts as its gate reads (P7-G7). */
export const programForecast = async (
  call: CallOf<typeof allocations.forecast>,
): Promise<z.input<typeof allocations.forecast.response>> => {
  const tx = await reading(call.server)
  const program = await tx.db.program.findUniqueOrThrow({ where: { id: call.params.id } })
  const { drift } = await driftFacts(tx, program)
  return {
    items: drift.parts.map((part) => ({
      ...part,
      revisedAbove: shareOf(part.planned, revisedPercent, part.unit),
      decidedAbove: shareOf(part.planned, decidedPercent, part.unit),
    })),
  }
}
