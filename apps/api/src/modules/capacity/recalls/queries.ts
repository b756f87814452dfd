import type { z } from 'zod'
import type { recall } from '@entente/shared/capacity/recalls/contract'
import { blackoutAround, touches } from '@entente/shared/calendar/rules'
import { ends } from '@entente/shared/programs/workflow'
import type { Activity, Booking, Election, Program, RecallDecision } from '../../../generated/prisma/client.ts'
import { type Call, reading } from '../../../platform/records/call.ts'
import type { Added } from '../../../platform/records/changing.ts'
import { addDays, asDate, asDay, asOptionalDay } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { type Actor, allowedOn } from '../../../platform/rules/policy.ts'
import { namesOf } from '../../users/queries.ts'
import { personOf } from '../../users/presenter.ts'
import { recallPolicy } from './policy.ts'
import { standingBookings } from '../bookings/queries.ts'
import { staffByAccount } from '../staff/queries.ts'

/** Something that may have to be called off: a mission or a booking, its days and its people. */
type Subject = {
  activityId: string | null
  bookingId: string | null
  title: string
  people: { id: string; name: string; critical: boolean }[]
  program: { id: string; reference: string; countryCode: string | null } | null
  from: string | null
  to: string | null
  href: string
}

const presentProgram = ({ id, reference, countryCode }: Program) => ({ id, reference, countryCode })

/** Missions of running programs that are not done, with the people assigned. */
const openMissions = async (tx: Tx): Promise<Subject[]> => {
  const rows = await tx.db.activity.findMany({
    where: {
      type: 'mission',
      archivedAt: null,
      column: { done: false },
      program: { stage: { notIn: [...ends, 'closed'] } },
    },
    include: { program: true },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const people = await namesOf(
    tx,
    rows.flatMap(({ assigneeIds }) => assigneeIds),
  )
  const staff = await staffByAccount(tx)
  return rows.map((row) => ({
    activityId: row.id,
    bookingId: null,
    title: row.title,
    people: row.assigneeIds.map((id) => ({ ...personOf(people, id), critical: staff.get(id)?.critical ?? false })),
    program: presentProgram(row.program),
    from: asOptionalDay(row.startsOn),
    to: asOptionalDay(row.dueOn),
    href: `/programs/${row.programId}/activities?card=${row.id}`,
  }))
}

/** Bookings that still count and are not over. */
const bookedSubjects = async (tx: Tx): Promise<Subject[]> => {
  const rows = await standingBookings(tx, { from: tx.today })
  return rows.map((row) => ({
    activityId: null,
    bookingId: row.id,
    title: row.purpose,
    people: row.staff === null ? [] : [{ id: row.staff.id, name: row.staff.name, critical: row.staff.critical }],
    program: row.program && presentProgram(row.program),
    from: asDay(row.startsOn),
    to: asDay(row.endsOn),
    href: `/capacity?tab=bookings&booking=${row.id}`,
  }))
}

type Sudden = Election & { recalls: RecallDecision[] }

/** Elections called by surprise, until ten days after polling day. */
const suddenElections = (tx: Tx): Promise<Sudden[]> =>
  tx.db.election.findMany({
    where: { certainty: 'sudden', withdrawn: false, pollingOn: { gte: asDate(addDays(tx.today, -10)) } },
    include: { recalls: true },
    orderBy: { pollingOn: 'asc' },
  })

/** The days from the call until ten days after polling day: who is away then may be needed here. */
const daysOf = ({ pollingOn }: Election, today: string) => {
  const { from, to } = blackoutAround(asDay(pollingOn))
  return { from: from > today ? from : today, to }
}

const day = 86_400_000

const presentRecall = (
  election: Sudden,
  subject: Subject,
  { tx, actor, people }: { tx: Tx; actor: Actor; people: Awaited<ReturnType<typeof namesOf>> },
): z.input<typeof recall> => {
  const decision = election.recalls.find((row) =>
    subject.bookingId === null ? row.activityId === subject.activityId : row.bookingId === subject.bookingId,
  )
  const decideBy = new Date((election.suddenSince ?? tx.now).getTime() + day)
  const { id, kind, pollingOn, place } = election
  const decided = {
    decision:
      decision === undefined
        ? null
        : {
            outcome: decision.outcome,
            reason: decision.reason,
            by: personOf(people, decision.byId),
            at: decision.at.toISOString(),
          },
  }
  return {
    ...subject,
    ...decided,
    election: { id, kind, pollingOn: asDay(pollingOn), place },
    decideBy: decideBy.toISOString(),
    isLate: decision === undefined && tx.now > decideBy,
    ...allowedOn(recallPolicy, decided, actor),
  }
}

/** Every mission and booking that an election called by surprise touches: those to decide first, in the order of their days. */
export const recallsFor = async (tx: Tx, actor: Actor) => {
  const elections = await suddenElections(tx)
  if (elections.length === 0) return []
  const subjects = [...(await openMissions(tx)), ...(await bookedSubjects(tx))]
  const people = await namesOf(
    tx,
    elections.flatMap(({ recalls }) => recalls.map(({ byId }) => byId)),
  )
  return elections
    .flatMap((election) =>
      subjects
        .filter(({ from, to }) => touches(daysOf(election, tx.today), from, to))
        .map((subject) => presentRecall(election, subject, { tx, actor, people })),
    )
    .toSorted((left, right) => Number(left.decision !== null) - Number(right.decision !== null))
}

export const listRecalls = async (call: Call) => ({ items: await recallsFor(await reading(call.server), call.actor) })

type Decided = RecallDecision & { activity: Activity | null; booking: Booking | null }
type Named = Pick<RecallDecision, 'electionId' | 'activityId' | 'bookingId'>

/** The recall of one mission or booking for one election, if that touches it. */
export const recallOf = async (tx: Tx, actor: Actor, { electionId, activityId, bookingId }: Named) =>
  (await recallsFor(tx, actor)).find(
    (item) => item.election.id === electionId && item.activityId === activityId && item.bookingId === bookingId,
  )

type Told = NonNullable<Awaited<ReturnType<typeof recallOf>>>

/** A decision of a recall, for the command that adds it. */
export const recallRecord = {
  resource: 'capacity/recalls',
  noun: 'recall',
  find: (tx, id) =>
    tx.db.recallDecision.findUniqueOrThrow({ where: { id }, include: { activity: true, booking: true } }),
  present: async (tx, actor, row) => {
    const told = await recallOf(tx, actor, row)
    if (told === undefined) throw new Error('A recall that was decided is read again')
    return told
  },
  programOf: ({ activity, booking }) => activity?.programId ?? booking?.programId ?? null,
} satisfies Added<Decided, Told>
