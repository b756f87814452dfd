import type { Allocation } from '../../../generated/prisma/client.ts'
import { asDate, dayOf } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { accountsBooked } from '../../capacity/bookings/facts.ts'

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
