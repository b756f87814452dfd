import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { text } from '../kernel/text.ts'
import { termsState } from './workflow.ts'

export const terms = z
  .object({
    id,
    programId: id,
    organization: z.object({ id, name: z.string() }),
    title: z.string(),
    content: z.string(),
    state: termsState,
    documentId: id.nullable(),
    proposedBy: person,
    proposedAt: instant,
    agreed: z.object({ by: person, at: instant, on: day }).nullable(),
    version,
    ...allowed('agree', 'recordAgreement'),
  })
  .meta({ id: 'TermsOfReference' })
export type Terms = z.infer<typeof terms>

export const safeguards = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/terms-of-reference',
    summary: 'Terms of reference of a program’s activities',
    tag: 'safeguards',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(terms), ...allowed('propose') }),
  }),
  propose: endpoint({
    method: 'POST',
    path: '/programs/:id/terms-of-reference',
    summary: 'Propose terms of reference to the host',
    tag: 'safeguards',
    status: 201,
    params: byId,
    body: z.strictObject({ organizationId: id, title: text(200), content: text(20_000) }),
    response: terms,
  }),
  agree: endpoint({
    method: 'POST',
    path: '/terms-of-reference/:id/agreement',
    summary: 'The host agrees, by its own account or, recorded by the coordinator, by a document',
    tag: 'safeguards',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ documentId: id.nullable().default(null), agreedOn: day.nullable().default(null) }),
    response: terms,
  }),
}
