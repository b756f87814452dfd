import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { day, id, instant, person } from '../kernel/fields.ts'

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
    from: day,
    to: day,
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
  })
  .meta({ id: 'Rehearsal' })
export type Rehearsal = z.infer<typeof rehearsal>

/** Whom to call back, and from where, if an election were called now. */
export const recallList = z
  .object({
    asOf: instant,
    away: z.array(
      z.object({
        person,
        activity: z.object({
          id,
          title: z.string(),
          startsOn: day.nullable(),
          dueOn: day.nullable(),
          href: z.string(),
        }),
        program,
      }),
    ),
  })
  .meta({ id: 'RecallList' })
export type RecallList = z.infer<typeof recallList>

const read = { method: 'GET', tag: 'dashboards', status: 200 } as const

export const rehearsals = {
  rehearse: endpoint({
    ...read,
    path: '/dashboards/rehearsal',
    summary: 'What becomes infeasible if Québec votes on a given day; nothing changes',
    query: z.strictObject({ pollingOn: day }),
    response: rehearsal,
  }),
  recall: endpoint({
    ...read,
    path: '/dashboards/recall',
    summary: 'Who is on a mission today, and where',
    response: recallList,
  }),
}
