import { type Absence, type AbsenceFacts, criticalStayHome, othersByWaiver } from '@entente/shared/calendar/gates'
import { type Days, touches } from '@entente/shared/calendar/rules'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import { earlier } from '@entente/shared/kernel/gate'
import { whereOpenTo } from '@entente/shared/kernel/workflow'
import type { StaffMember } from '../../../generated/prisma/client.ts'
import { asDate } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Evaluated, evaluateGates } from '../../../platform/rules/gates.ts'
import { blackouts, formerWindowsOf } from '../../calendar/election-queries.ts'
import { waivedAbsences } from '../../decisions/facts.ts'
import { takenBy } from '../load/presenter.ts'

type Named = { person: Pick<StaffMember, 'id' | 'name' | 'critical'>; period: Days }

/** The days that are closed to what these people decide: those of the calendar, and those they took out of it. */
const closedTo = async (tx: Tx, deciding: readonly string[]) => {
  const present = await blackouts(tx)
  const former = (await formerWindowsOf(tx, deciding)).filter(
    ({ pollingOn }) => !present.some((window) => window.pollingOn === pollingOn),
  )
  return [
    ...present.map((window) => ({ ...window, isFormer: false })),
    ...former.map((window) => ({ ...window, isFormer: true })),
  ]
}

/**
 * What the gates of our own calendar read of people named for some days. Days that one of those who decide took out of
 * the calendar still count: nobody moves an election to approve what it forbids.
 */
export const absencesOf = async (
  tx: Tx,
  named: readonly Named[],
  deciding: readonly string[],
  href: string,
): Promise<AbsenceFacts> => {
  const closed = named.length === 0 ? [] : await closedTo(tx, deciding)
  const absences = (critical: boolean): Absence[] =>
    named
      .filter(({ person }) => person.critical === critical)
      .flatMap(({ person, period: { from, to } }) =>
        closed
          .filter((blackout) => touches(blackout, from, to))
          .map(({ pollingOn, isFormer }) => ({ staffId: person.id, name: person.name, pollingOn, from, to, isFormer })),
      )
  return { away: { named: named.length, critical: absences(true), others: absences(false), href } }
}

/**
 * The people booked, tentatively or firmly, for a program on days that are not over: those whom approving staff-days
 * puts to work. A period that is null is not known, and takes in all of them.
 */
export const bookedAbsences = async (
  tx: Tx,
  programId: string | null,
  periods: readonly (Days | null)[],
  deciding: readonly string[],
): Promise<AbsenceFacts> => {
  const rows =
    programId === null
      ? []
      : await tx.db.booking.findMany({
          where: { programId, ...whereOpenTo(bookingWorkflow, 'release'), endsOn: { gte: asDate(tx.today) } },
          include: { staff: true },
        })
  const named = rows.flatMap((row) => {
    const period = takenBy(row)
    const isPaid = periods.some((days) => days === null || touches(days, period.from, period.to))
    return row.staff === null || !isPaid ? [] : [{ person: row.staff, period }]
  })
  return absencesOf(tx, named, deciding, `/capacity?tab=bookings&programId=${programId ?? ''}`)
}

/** The accounts of those booked, tentatively or firmly, for these programs, and the last day of each booking. */
export const accountsBooked = async (tx: Tx, programIds: readonly string[]) => {
  const rows = await tx.db.booking.findMany({
    where: {
      programId: { in: [...programIds] },
      ...whereOpenTo(bookingWorkflow, 'release'),
      staff: { userId: { not: null } },
    },
    select: { programId: true, endsOn: true, staff: { select: { userId: true } } },
  })
  return rows.flatMap(({ programId, endsOn, staff }) => {
    const userId = staff?.userId ?? null
    return userId === null ? [] : [{ programId, endsOn, userId }]
  })
}

/**
 * Our own elections come first (P7-G6): critical functions stay, others leave by a waiver that names them and their days.
 * A waiver for one opens nothing for another; the gate names those whom none lets go.
 */
export const electionGates = async (tx: Tx, programId: string | null, facts: AbsenceFacts): Promise<Evaluated[]> => {
  const waived = programId === null ? [] : await waivedAbsences(tx, programId)
  const lastDayFor = ({ staffId, from, to }: Absence) =>
    waived.find((one) => one.staffId === staffId && one.from <= from && to <= one.to)?.until
  const { others } = facts.away
  const kept = others.filter((absence) => lastDayFor(absence) === undefined)
  const until = others.map(lastDayFor).reduce<string | null>((first, day) => earlier(first, day), null)
  const lifted = kept.length === 0 && until !== null ? new Map([[othersByWaiver.id, until]]) : undefined
  const away = { ...facts.away, others: kept.length > 0 ? kept : others }
  return [...evaluateGates([criticalStayHome], facts), ...evaluateGates([othersByWaiver], { away }, lifted)]
}
