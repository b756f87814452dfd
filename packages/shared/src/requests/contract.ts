import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { bilingual, reason, text } from '../kernel/text.ts'
import { countryCode } from '../organizations/contract.ts'
import { scope } from '../programs/contract.ts'
import { stage } from '../programs/workflow.ts'
import { requestState } from './workflow.ts'

export const authorityType = z.enum([
  'emb',
  'government',
  'parliament',
  'internationalOrganization',
  'party',
  'candidate',
  'privateFirm',
  'ngo',
  'other',
])
export type AuthorityType = z.infer<typeof authorityType>
export const authority = z.strictObject({ name: text(200), type: authorityType })
export type Authority = z.infer<typeof authority>

export const channel = z.enum(['dge', 'quebecAuthority', 'canadianAuthority', 'internationalOrganization'])
export type Channel = z.infer<typeof channel>
export const requestKind = z.enum(['program', 'invitation'])
export type RequestKind = z.infer<typeof requestKind>
export const eventType = z.enum(['presidential', 'legislative', 'local', 'referendum', 'other'])
export type EventType = z.infer<typeof eventType>
export const electoralEvent = z.strictObject({ type: eventType, date: day })
export const verificationMethod = z.enum(['callback', 'delegationNote', 'embassyNote', 'other'])
export type VerificationMethod = z.infer<typeof verificationMethod>

const fields = {
  title: bilingual(200),
  countryCode: countryCode.nullable().default(null),
  scope: scope.default('country'),
  kind: requestKind,
  requestingAuthority: authority,
  transmittingAuthority: authority.nullable().default(null),
  beneficiary: authority.nullable().default(null),
  channel,
  signedOn: day,
  receivedOn: day,
  /** Asked where it is registered long after its reception. */
  lateReason: reason(2000).nullable().default(null),
  object: text(5000),
  electoralEvent: electoralEvent.nullable().default(null),
  letterDocumentId: id.nullable().default(null),
}

export const newRequest = z
  .strictObject(fields)
  .refine((request) => (request.scope === 'country') === (request.countryCode !== null), {
    error: 'countryOfScope',
    path: ['countryCode'],
    // Said together with what else is missing.
    when: ({ value }) => typeof value === 'object' && value !== null && 'scope' in value && 'countryCode' in value,
  })
  .meta({ id: 'NewRequest' })
export type NewRequest = z.infer<typeof newRequest>

export const request = z
  .object({
    id,
    number: z.int(),
    state: requestState,
    programId: id,
    program: z.object({
      id,
      reference: z.string(),
      stage,
      version: z.int(),
      title: z.object({ fr: z.string(), en: z.string().nullable() }),
    }),
    countryCode: z.string().nullable(),
    kind: requestKind,
    requestingAuthority: authority,
    transmittingAuthority: authority.nullable(),
    beneficiary: authority.nullable(),
    channel,
    signedOn: day,
    receivedOn: day,
    /** Whether it was registered long after its reception: whoever verifies it confirms the reason. */
    late: z.boolean(),
    lateReason: z.string().nullable(),
    /** Days from reception to polling day; null without an event. */
    leadTimeDays: z.int().nullable(),
    object: z.string(),
    electoralEvent: electoralEvent.nullable(),
    letterDocumentId: id.nullable(),
    registeredBy: person,
    registeredAt: instant,
    verification: z
      .object({
        by: person,
        at: instant,
        method: verificationMethod,
        note: z.string(),
        invitationDocumentId: id.nullable(),
      })
      .nullable(),
    version,
    /** Whether the reader registered or corrected it, and so does not verify it. */
    tookPart: z.boolean(),
    ...allowed('edit', 'verify'),
  })
  .meta({ id: 'Request' })
export type Request = z.infer<typeof request>

export const requestEdit = z
  .strictObject({
    requestingAuthority: authority,
    transmittingAuthority: authority.nullable(),
    beneficiary: authority.nullable(),
    channel,
    signedOn: day,
    receivedOn: day,
    lateReason: reason(2000).nullable(),
    object: text(5000),
    electoralEvent: electoralEvent.nullable(),
    letterDocumentId: id.nullable(),
  })
  .partial()
  .meta({ id: 'RequestEdit' })

export const requests = {
  list: endpoint({
    method: 'GET',
    path: '/requests',
    summary: 'The register of official requests, latest number first',
    tag: 'requests',
    status: 200,
    query: z.strictObject({
      ...pageQuery,
      state: requestState.optional(),
      channel: channel.optional(),
      q: text(100).optional(),
    }),
    response: page(request),
  }),
  get: endpoint({
    method: 'GET',
    path: '/requests/:id',
    summary: 'One request',
    tag: 'requests',
    status: 200,
    params: byId,
    response: request,
  }),
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/request',
    summary: 'The request a program answers',
    tag: 'requests',
    status: 200,
    params: byId,
    response: request,
  }),
  register: endpoint({
    method: 'POST',
    path: '/requests',
    summary: 'Register an official request; a number and a program reference are given',
    tag: 'requests',
    status: 201,
    body: newRequest,
    response: request,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/requests/:id',
    summary: 'Correct a request; what was verified must be verified again',
    tag: 'requests',
    status: 200,
    params: byId,
    body: requestEdit,
    response: request,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/requests/:id/verification',
    summary: 'Confirm that the request is authentic; never by the person who registered it',
    tag: 'requests',
    status: 200,
    params: byId,
    body: z.strictObject({
      method: verificationMethod,
      note: reason(2000),
      /** Why it was registered late is true; left out, the note says so. */
      confirmsDelay: z.boolean().optional(),
      /** The invitation, for what takes the short path; left out, the letter is it. */
      invitationDocumentId: id.nullable().default(null),
    }),
    response: request,
  }),
}
