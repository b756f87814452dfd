import type { Allocation } from '../../generated/prisma/client.ts'
import { asDate, dayOf } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { accountsBooked } from '../capacity/facts.ts'

type Paying = Pick<Allocation, 'programId' | 'activityId' | 'createdAt'>

/**
 * Requests with the people whose own costs they pay: those assigned to their activity, and those booked for their
 * program on days that were not over when the request was made. None of them decides it (P7-G4).
 */
export const withParticipants = async <Row extends Paying>(unit: Unit, rows: readonly Row[]) => {
  const named = <Key extends 'programId' | 'activityId'>(key: Key) => [
    ...new Set(rows.flatMap((row) => row[key] ?? [])),
  ]
  const [programs, activities] = [named('programId'), named('activityId')]
  const booked = programs.length === 0 ? [] : await accountsBooked(unit, programs)
  const assigned =
    activities.length === 0
      ? []
      : await unit.db.activity.findMany({
          where: { id: { in: activities } },
          select: { id: true, assigneeIds: true },
        })
  return rows.map((row) => {
    const since = asDate(dayOf(row.createdAt))
    const away = booked.filter(({ programId, endsOn }) => programId === row.programId && endsOn >= since)
    const active = assigned.filter(({ id }) => id === row.activityId)
    return {
      ...row,
      participantIds: [...away.map(({ userId }) => userId), ...active.flatMap(({ assigneeIds }) => assigneeIds)],
    }
  })
}
