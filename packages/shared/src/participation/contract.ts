import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { reason, text } from '../kernel/text.ts'

export const stance = z.enum(['favourable', 'withReservations', 'unfavourable', 'noOpinion'])
export type Stance = z.infer<typeof stance>
export const origin = z.enum(['account', 'recorded'])
export type Origin = z.infer<typeof origin>

export const consultation = z
  .object({
    id,
    programId: id,
    organization: z.object({ id, name: z.string() }),
    question: z.string(),
    openedBy: person.nullable(),
    openedAt: instant,
    /** From this day on, no answer counts as a documented silence: five working days after the opening. */
    silenceOn: day,
    state: z.enum(['open', 'answered', 'silent', 'closed']),
    stance: stance.nullable(),
    opinion: z.string().nullable(),
    origin: origin.nullable(),
    answeredBy: person.nullable(),
    answeredAt: instant.nullable(),
    documentId: id.nullable(),
    version,
    ...allowed('answer', 'record'),
  })
  .meta({ id: 'Consultation' })
export type Consultation = z.infer<typeof consultation>

export const objection = z
  .object({
    id,
    programId: id,
    organization: z.object({ id, name: z.string() }),
    content: z.string(),
    origin,
    documentId: id.nullable(),
    raisedBy: person.nullable(),
    raisedAt: instant,
    answer: z.string().nullable(),
    answeredBy: person.nullable(),
    answeredAt: instant.nullable(),
    version,
    ...allowed('answer'),
  })
  .meta({ id: 'Objection' })
export type Objection = z.infer<typeof objection>

const recordedFor = { organizationId: id.nullable().default(null), documentId: id.nullable().default(null) }

export const participation = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/participation',
    summary: 'Consultations, opinions and objections of a program',
    tag: 'participation',
    status: 200,
    params: byId,
    response: z.object({
      consultations: z.array(consultation),
      objections: z.array(objection),
      ...allowed('consult', 'object'),
    }),
  }),
  consult: endpoint({
    method: 'POST',
    path: '/programs/:id/consultations',
    summary: 'Ask an organization of the program for its opinion',
    tag: 'participation',
    status: 201,
    params: byId,
    body: z.strictObject({ organizationId: id, question: text(2000) }),
    response: consultation,
  }),
  opine: endpoint({
    method: 'POST',
    path: '/consultations/:id/opinion',
    summary: 'Give the opinion of one’s organization, or record it with its document',
    tag: 'participation',
    status: 200,
    params: byId,
    body: z.strictObject({ stance, opinion: reason(5000), documentId: id.nullable().default(null) }),
    response: consultation,
  }),
  object: endpoint({
    method: 'POST',
    path: '/programs/:id/objections',
    summary: 'Object, for one’s organization, or record an objection with its document',
    tag: 'participation',
    status: 201,
    params: byId,
    body: z.strictObject({ content: reason(5000), ...recordedFor }),
    response: objection,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/objections/:id/answer',
    summary: 'Answer an objection in writing',
    tag: 'participation',
    status: 200,
    params: byId,
    body: z.strictObject({ answer: reason(5000) }),
    response: objection,
  }),
}
