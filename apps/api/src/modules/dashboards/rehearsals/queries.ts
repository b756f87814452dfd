import type { z } from 'zod'
import { isFirm } from '@entente/shared/capacity/load/workflow'
import { blackoutAround, type Days, touches } from '@entente/shared/calendar/rules'
import type { recallList, rehearsal, rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { sum } from '@entente/shared/kernel/money'
import { allocationWorkflow, isApproved } from '@entente/shared/resources/requests/workflow'
import { ends } from '@entente/shared/programs/workflow'
import type { Prisma, Program } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { addDays, asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { standingBookings } from '../../capacity/bookings/queries.ts'
import { staffByAccount } from '../../capacity/staff/queries.ts'
import { personOf } from '../../users/presenter.ts'
import { namesOf } from '../../users/queries.ts'

/** Programs whose plan still counts. */
const running = { stage: { notIn: [...ends, 'closed'] } } satisfies Prisma.ProgramWhereInput

const presentProgram = ({ id, reference, titleFr, titleEn, countryCode }: Program) => ({
  id,
  reference,
  title: { fr: titleFr, en: titleEn },
  countryCode,
})

/** Activities still to be done of programs still running, with the program of each. */
const openActivities = async (tx: Tx, where: Prisma.ActivityWhereInput = {}) => {
  const rows = await tx.db.activity.findMany({
    where: { ...where, archivedAt: null, column: { done: false, archivedAt: null, board: { program: running } } },
    include: { column: { include: { board: { include: { program: true } } } } },
    orderBy: [{ startsOn: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    starts: asOptionalDay(row.startsOn),
    due: asOptionalDay(row.dueOn),
    program: presentProgram(row.column.board.program),
    href: `/programs/${row.programId}/activities?card=${row.id}`,
  }))
}

const { submit, approve } = allocationWorkflow.transitions

/** Lines in staff-days that are asked for, or approved and not yet used. */
const openLines = async (tx: Tx) => {
  const rows = await tx.db.allocationLine.findMany({
    where: { envelope: { unit: 'staffDay' }, allocation: { state: { in: [submit.to, approve.to] } } },
    include: { allocation: { include: { program: true } }, envelope: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ allocation, ...row }) => ({
    ...row,
    allocation,
    profile: row.profile ?? row.envelope.profile,
    state: isApproved(allocation) ? approve.to : submit.to,
    starts: asOptionalDay(row.startsOn),
    endsOnDay: asOptionalDay(row.endsOn),
    days: isApproved(allocation)
      ? sum([row.reserved.toString(), row.committed.toString()])
      : sum([row.asked.toString()]),
  }))
}

/** Lines with days left that touch these days, as they are shown. */
const linesIn = async (tx: Tx, period: Days) =>
  (await openLines(tx))
    .filter(({ starts, endsOnDay, days }) => Number(days) > 0 && touches(period, starts, endsOnDay))
    .map((row) => ({
      id: row.id,
      description: row.description,
      profile: row.profile,
      state: row.state,
      startsOn: row.starts,
      endsOn: row.endsOnDay,
      days: row.days,
      program: row.allocation.program && presentProgram(row.allocation.program),
      href: `/allocations?allocation=${row.allocationId}`,
    }))

/** People booked between two days, tentatively or firmly: critical functions first, then by day. */
const bookingsIn = async (tx: Tx, { from, to }: Days) =>
  (await standingBookings(tx, { from, to }))
    .map(({ staff, program, ...row }) => ({
      id: row.id,
      purpose: row.purpose,
      staff: staff && { id: staff.id, name: staff.name, critical: staff.critical },
      profile: row.profile,
      state: row.state,
      from: asDay(row.startsOn),
      to: asDay(row.endsOn),
      days: row.days.toFixed(1),
      program: program && presentProgram(program),
      href: `/capacity?tab=bookings&booking=${row.id}`,
    }))
    .toSorted((left, right) => Number(right.staff?.critical ?? false) - Number(left.staff?.critical ?? false))

/** What the present plan could not keep if Québec voted on this day: a question, after which nothing is different. */
export const rehearse = async (call: CallOf<typeof rehearsals.rehearse>): Promise<z.input<typeof rehearsal>> => {
  const { pollingOn } = call.query
  const tx = await reading(call.server)
  const blackout = blackoutAround(pollingOn)
  const activities = (await openActivities(tx)).filter(({ starts, due }) => touches(blackout, starts, due))
  const lines = await linesIn(tx, blackout)
  const bookings = await bookingsIn(tx, blackout)
  const people = await namesOf(
    tx,
    activities.flatMap((row) => row.assigneeIds),
  )
  return {
    pollingOn,
    ...blackout,
    activities: activities.map((row) => ({
      id: row.id,
      title: row.title,
      startsOn: row.starts,
      dueOn: row.due,
      people: row.assigneeIds.map((id) => personOf(people, id)),
      program: row.program,
      href: row.href,
    })),
    lines,
    days: sum(lines.map(({ days }) => days)),
    bookings,
    bookedDays: sum(bookings.map(({ days }) => days)),
  }
}

type Mission = Awaited<ReturnType<typeof openActivities>>[number]

/** Who is on one of these missions between two days, assigned to it or firmly booked for it; each is named once. */
const onMissions = async (tx: Tx, missions: readonly Mission[], days: Days) => {
  const booked = (await standingBookings(tx, days)).filter(isFirm)
  const known = await staffByAccount(tx)
  const people = await namesOf(
    tx,
    missions.flatMap((row) => row.assigneeIds),
  )
  return missions.flatMap(({ id, title, starts, due, href, program, assigneeIds }) => {
    const present = touches(days, starts, due) ? assigneeIds : []
    const named = new Map(
      present.map((userId) => [
        userId,
        { person: personOf(people, userId), critical: known.get(userId)?.critical ?? false },
      ]),
    )
    for (const { activityId, staff } of booked)
      if (activityId === id && staff !== null)
        named.set(staff.userId ?? staff.id, { person: { id: staff.id, name: staff.name }, critical: staff.critical })
    return [...named.values()].map((item) => ({
      ...item,
      activity: { id, title, startsOn: starts, dueOn: due, href },
      program,
    }))
  })
}

/** The day a mission is known to begin on, or else to end on. */
const firstDay = ({ activity: { startsOn, dueOn } }: OnMission) => startsOn ?? dueOn ?? ''
type OnMission = Awaited<ReturnType<typeof onMissions>>[number]
const keyOf = ({ person, activity }: OnMission) => `${person.id} ${activity.id}`

/**
 * Who is on a mission today, critical functions first: the people to call back if an election were called now. And who
 * leaves within a year, in the order of the missions.
 */
export const recall = async (call: CallOf<typeof rehearsals.recall>): Promise<z.input<typeof recallList>> => {
  const tx = await reading(call.server)
  const missions = await openActivities(tx, { type: 'mission' })
  const away = await onMissions(tx, missions, { from: tx.today, to: tx.today })
  const gone = new Set(away.map(keyOf))
  const year = { from: addDays(tx.today, 1), to: addDays(tx.today, 365) }
  return {
    asOf: tx.now.toISOString(),
    away: away.toSorted((left, right) => Number(right.critical) - Number(left.critical)),
    ahead: (await onMissions(tx, missions, year))
      .filter((row) => !gone.has(keyOf(row)))
      .toSorted((left, right) => firstDay(left).localeCompare(firstDay(right))),
  }
}
