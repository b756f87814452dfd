import type { portfolio, ProgramDates } from '@entente/shared/lifecycle/portfolio/contract'
import { isFinal } from '@entente/shared/programs/workflow'
import type { Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDay, dayOf } from '../../../platform/database/clock.ts'

const withDates = {
  request: { select: { receivedOn: true } },
  agreements: { select: { title: true, endsOn: true } },
  activities: {
    where: { archivedAt: null, dueOn: { not: null } },
    select: { title: true, dueOn: true, milestone: true },
  },
} satisfies Prisma.ProgramInclude
type Row = Prisma.ProgramGetPayload<{ include: typeof withDates }>

/** The day a program ended or, while it runs, the last one it has something planned for. */
const lastDay = (row: Row) => {
  if (isFinal(row.stage)) return dayOf(row.stageSince)
  const ahead = [...row.agreements.map(({ endsOn }) => endsOn), ...row.activities.map(({ dueOn }) => dueOn)]
  const days = ahead.flatMap((date) => (date === null ? [] : [asDay(date)]))
  return days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)
}

const datesOf = (row: Row): ProgramDates['dates'] => {
  const polling = row.pollingOn === null ? [] : [{ kind: 'polling' as const, on: asDay(row.pollingOn), label: null }]
  const milestones = row.activities.flatMap(({ title, dueOn, milestone }) =>
    milestone && dueOn !== null ? [{ kind: 'milestone' as const, on: asDay(dueOn), label: title }] : [],
  )
  const ends = row.agreements.map(({ title, endsOn }) => ({
    kind: 'agreementEnd' as const,
    on: asDay(endsOn),
    label: title,
  }))
  return [...polling, ...milestones, ...ends].toSorted((left, right) => left.on.localeCompare(right.on))
}

/** The dates of every program, for a calendar and a timeline of the portfolio. */
export const portfolioDates = async (call: CallOf<typeof portfolio.dates>) => {
  const { db } = await reading(call.server)
  const rows = await db.program.findMany({ include: withDates, orderBy: { reference: 'asc' } })
  const items = rows.map((row) => ({
    id: row.id,
    from: row.request === null ? dayOf(row.createdAt) : asDay(row.request.receivedOn),
    to: lastDay(row),
    dates: datesOf(row),
  }))
  return { items }
}
