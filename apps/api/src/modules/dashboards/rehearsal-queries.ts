import type { z } from 'zod'
import { blackoutAround, touches } from '@entente/shared/calendar/rules'
import type { recallList, rehearsal, rehearsals } from '@entente/shared/dashboards/rehearsal-contract'
import { sum } from '@entente/shared/kernel/money'
import { ends } from '@entente/shared/programs/workflow'
import type { Prisma, Program } from '../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../platform/call.ts'
import { asOptionalDay } from '../../platform/clock.ts'
import type { Unit } from '../../platform/database.ts'
import { personOf } from '../users/presenter.ts'
import { namesOf } from '../users/queries.ts'

/** Programs whose plan still counts. */
const running = { stage: { notIn: [...ends, 'closed'] } } satisfies Prisma.ProgramWhereInput

const presentProgram = ({ id, reference, titleFr, titleEn, countryCode }: Program) => ({
  id,
  reference,
  title: { fr: titleFr, en: titleEn },
  countryCode,
})

/** Activities still to be done of programs still running, with the program of each. */
const openActivities = async (unit: Unit, where: Prisma.ActivityWhereInput = {}) => {
  const rows = await unit.db.activity.findMany({
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

/** Lines in staff-days that are asked for, or approved and not yet used. */
const openLines = async (unit: Unit) => {
  const rows = await unit.db.allocationLine.findMany({
    where: { envelope: { unit: 'staffDay' }, allocation: { state: { in: ['submitted', 'approved'] } } },
    include: { allocation: { include: { program: true } }, envelope: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ allocation, ...row }) => ({
    ...row,
    allocation,
    profile: row.profile ?? row.envelope.profile,
    state: allocation.state === 'approved' ? ('approved' as const) : ('submitted' as const),
    starts: asOptionalDay(row.startsOn),
    endsOnDay: asOptionalDay(row.endsOn),
    days:
      allocation.state === 'approved'
        ? sum([row.reserved.toString(), row.committed.toString()])
        : sum([row.asked.toString()]),
  }))
}

/** What the present plan could not keep if Québec voted on this day: a question, after which nothing is different. */
export const rehearse = async (call: CallOf<typeof rehearsals.rehearse>): Promise<z.input<typeof rehearsal>> => {
  const { pollingOn } = call.query
  const unit = await reading(call.server)
  const blackout = blackoutAround(pollingOn)
  const activities = (await openActivities(unit)).filter(({ starts, due }) => touches(blackout, starts, due))
  const lines = (await openLines(unit)).filter(
    ({ starts, endsOnDay, days }) => Number(days) > 0 && touches(blackout, starts, endsOnDay),
  )
  const people = await namesOf(
    unit,
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
    lines: lines.map((row) => ({
      id: row.id,
      description: row.description,
      profile: row.profile,
      state: row.state,
      startsOn: row.starts,
      endsOn: row.endsOnDay,
      days: row.days,
      program: row.allocation.program && presentProgram(row.allocation.program),
      href: `/allocations?allocation=${row.allocationId}`,
    })),
    days: sum(lines.map(({ days }) => days)),
  }
}

/** Who is on a mission today: the people to call back if an election were called now. */
export const recall = async (call: CallOf<typeof rehearsals.recall>): Promise<z.input<typeof recallList>> => {
  const unit = await reading(call.server)
  const today = { from: unit.today, to: unit.today }
  const missions = (await openActivities(unit, { type: 'mission' })).filter(({ starts, due }) =>
    touches(today, starts, due),
  )
  const people = await namesOf(
    unit,
    missions.flatMap((row) => row.assigneeIds),
  )
  return {
    asOf: unit.now.toISOString(),
    away: missions.flatMap(({ id, title, starts, due, href, program, assigneeIds }) =>
      assigneeIds.map((personId) => ({
        person: personOf(people, personId),
        activity: { id, title, startsOn: starts, dueOn: due, href },
        program,
      })),
    ),
  }
}
