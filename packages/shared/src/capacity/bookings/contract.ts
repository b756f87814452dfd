import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../../kernel/fields.ts'
import { days } from '../../kernel/money.ts'
import { page, pageQuery } from '../../kernel/page.ts'
import { reason, text } from '../../kernel/text.ts'
import { bookingState, bookingWorkflow } from '../load/workflow.ts'
import { languages, skills } from '../staff/contract.ts'

const bookedProgram = z.object({
  id,
  reference: z.string(),
  title: z.object({ fr: z.string(), en: z.string().nullable() }),
})

/** Staff-days of one person between two days, or of anyone who fits while no name is given. */
export const booking = z
  .object({
    id,
    staff: z.object({ id, name: z.string(), critical: z.boolean() }).nullable(),
    profile: z.string(),
    skills: z.array(z.string()),
    languages: z.array(z.string()),
    program: bookedProgram.nullable(),
    activity: z.object({ id, title: z.string() }).nullable(),
    from: day,
    to: day,
    days: z.string(),
    purpose: z.string(),
    state: bookingState,
    askedBy: person,
    askedAt: instant,
    decidedBy: person.nullable(),
    decidedAt: instant.nullable(),
    reason: z.string().nullable(),
    /** Staff-days beyond what the person has left once this and every other booking are counted; null when all fit. */
    over: z.string().nullable(),
    /** It touches days around one of our general elections when critical functions stay home. */
    inBlackout: z.boolean(),
    version,
    /** `waive`: ask that the person may be away during our elections. */
    ...allowed('edit', 'decide', 'release', 'waive'),
  })
  .meta({ id: 'Booking' })
export type Booking = z.infer<typeof booking>

const { confirm, refuse } = bookingWorkflow.transitions
export const bookingOutcome = z.enum([confirm.to, refuse.to])
export type BookingOutcome = z.infer<typeof bookingOutcome>

const fields = {
  staffId: id.nullable(),
  profile: text(80),
  skills,
  languages,
  from: day,
  to: day,
  days,
  purpose: text(500),
}
type Period = { from?: string | undefined; to?: string | undefined }
const inOrder = ({ from, to }: Period) => from === undefined || to === undefined || to >= from
const reversed = { error: 'endAfterStart', path: ['to'] }

export const newBooking = z
  .strictObject({
    ...fields,
    staffId: fields.staffId.default(null),
    profile: fields.profile.optional(),
    skills: skills.default([]),
    languages: languages.default([]),
    programId: id.nullable().default(null),
    activityId: id.nullable().default(null),
  })
  .refine(inOrder, reversed)
  .refine(({ staffId, profile }) => staffId !== null || profile !== undefined, {
    error: 'personOrProfile',
    path: ['profile'],
  })
  .meta({ id: 'NewBooking' })

export const bookingEdit = z.strictObject(fields).partial().refine(inOrder, reversed).meta({ id: 'BookingEdit' })

export const bookings = {
  list: endpoint({
    method: 'GET',
    path: '/bookings',
    summary: 'Bookings of people, the latest asked first',
    tag: 'capacity',
    status: 200,
    query: z.strictObject({
      ...pageQuery,
      programId: id.optional(),
      staffId: id.optional(),
      state: bookingState.optional(),
    }),
    response: page(booking).extend(allowed('create')),
  }),
  ask: endpoint({
    method: 'POST',
    path: '/bookings',
    summary: 'Ask for someone, or for a profile, on some days; tentative until confirmed',
    tag: 'capacity',
    status: 201,
    idempotencyKey: 'required',
    body: newBooking,
    response: booking,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/bookings/:id',
    summary: 'Change a booking that nobody has decided',
    tag: 'capacity',
    status: 200,
    params: byId,
    body: bookingEdit,
    response: booking,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/bookings/:id/decision',
    summary: 'Make a booking firm, naming the person if none was named, or refuse it',
    tag: 'capacity',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z
      .strictObject({ outcome: bookingOutcome, staffId: id.optional(), reason: reason(2000).optional() })
      .refine(({ outcome, reason }) => outcome === confirm.to || reason !== undefined, {
        error: 'reasonRequired',
        path: ['reason'],
      }),
    response: booking,
  }),
  release: endpoint({
    method: 'POST',
    path: '/bookings/:id/release',
    summary: 'Give the days of a booking back',
    tag: 'capacity',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ reason: reason(2000) }),
    response: booking,
  }),
}
