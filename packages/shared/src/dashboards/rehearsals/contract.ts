import { z } from 'zod'
import { bookingState } from '../../capacity/load/workflow.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, reckonedDay, version } from '../../kernel/fields.ts'
import { possiblyEmptyText, text } from '../../kernel/text.ts'

const program = z.object({
  id,
  reference: z.string(),
  title: z.object({ fr: z.string(), en: z.string().nullable() }),
  countryCode: z.string().nullable(),
})

/** What the plan could not keep if Québec voted on this day. */
export const rehearsal = z
  .object({
    pollingOn: day,
    /** Critical functions stay home from and to these days (P7-G6). */
    from: reckonedDay,
    to: reckonedDay,
    activities: z.array(
      z.object({
        id,
        title: z.string(),
        startsOn: day.nullable(),
        dueOn: day.nullable(),
        people: z.array(person),
        program,
        href: z.string(),
      }),
    ),
    lines: z.array(
      z.object({
        id,
        description: z.string(),
        profile: z.string().nullable(),
        state: z.enum(['submitted', 'approved']),
        startsOn: day.nullable(),
        endsOn: day.nullable(),
        /** Staff-days asked, or approved and not yet used. */
        days: z.string(),
        program: program.nullable(),
        href: z.string(),
      }),
    ),
    /** Staff-days of all these lines. */
    days: z.string(),
    /** People booked away, tentatively or firmly, critical functions first. */
    bookings: z.array(
      z.object({
        id,
        purpose: z.string(),
        /** Null while nobody is named. */
        staff: z.object({ id, name: z.string(), critical: z.boolean() }).nullable(),
        profile: z.string(),
        state: bookingState,
        from: day,
        to: day,
        days: z.string(),
        program: program.nullable(),
        href: z.string(),
      }),
    ),
    /** Staff-days of all these bookings. */
    bookedDays: z.string(),
  })
  .meta({ id: 'Rehearsal' })
export type Rehearsal = z.infer<typeof rehearsal>

/** Someone on a mission, assigned to it or firmly booked for it. */
const onMission = z.object({
  person,
  /** Our own elections cannot be held without their function. */
  critical: z.boolean(),
  activity: z.object({
    id,
    title: z.string(),
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    href: z.string(),
  }),
  program,
})

/** Whom to call back, and from where, if an election were called now; and who leaves within a year. */
export const recallList = z
  .object({
    asOf: instant,
    away: z.array(onMission),
    ahead: z.array(onMission),
  })
  .meta({ id: 'RecallList' })
export type RecallList = z.infer<typeof recallList>

/** A rehearsal kept under a name, to be opened again. */
export const scenario = z
  .object({
    id,
    name: z.string(),
    pollingOn: day,
    note: z.string(),
    owner: person,
    createdAt: instant,
    version,
    ...allowed('delete'),
  })
  .meta({ id: 'Scenario' })
export type Scenario = z.infer<typeof scenario>

const read = { method: 'GET', tag: 'dashboards', status: 200 } as const

export const rehearsals = {
  rehearse: endpoint({
    ...read,
    path: '/dashboards/rehearsal',
    summary: 'What becomes infeasible if Québec votes on a given day; nothing changes',
    query: z.strictObject({ pollingOn: day }),
    response: rehearsal,
  }),
  scenarios: endpoint({
    ...read,
    path: '/scenarios',
    summary: 'Rehearsals that were kept, the latest first',
    response: z.object({ items: z.array(scenario), ...allowed('create') }),
  }),
  keep: endpoint({
    method: 'POST',
    path: '/scenarios',
    summary: 'Keep a rehearsal under a name; everyone inside may open it',
    tag: 'dashboards',
    status: 201,
    body: z.strictObject({ name: text(80), pollingOn: day, note: possiblyEmptyText(1000).default('') }),
    response: scenario,
  }),
  forget: endpoint({
    method: 'DELETE',
    path: '/scenarios/:id',
    summary: 'Delete a scenario of mine',
    tag: 'dashboards',
    status: 204,
    params: byId,
  }),
  recall: endpoint({
    ...read,
    path: '/dashboards/recall',
    summary: 'Who is on a mission today, and where, and who will be within a year',
    response: recallList,
  }),
}
