import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, version } from '../kernel/fields.ts'
import { amountOf, money } from '../kernel/money.ts'
import { text } from '../kernel/text.ts'
import { contributionState, contributionWorkflow } from './workflow.ts'

export const partnerRole = z.enum(['host', 'funder', 'implementer', 'network'])
export type PartnerRole = z.infer<typeof partnerRole>
export const agreementKind = z.enum(['memorandum', 'internationalAgreement', 'exchangeOfLetters', 'contract'])
export type AgreementKind = z.infer<typeof agreementKind>

const named = z.object({ id, name: z.string() })

export const member = z
  .object({ id, organization: named, role: partnerRole, version: z.int().optional() })
  .meta({ id: 'ProgramOrganization' })

export const agreement = z
  .object({
    id,
    programId: id,
    organization: named,
    kind: agreementKind,
    title: z.string(),
    signedOn: day,
    startsOn: day,
    endsOn: day,
    documentId: id,
    inForce: z.boolean(),
    version,
  })
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof agreement>

export const contribution = z
  .object({
    id,
    programId: id,
    organization: named,
    description: z.string(),
    inKind: z.boolean(),
    amount: amountOf,
    state: contributionState,
    documentId: id.nullable(),
    reportedAt: instant,
    version,
  })
  .meta({ id: 'Contribution' })
export type Contribution = z.infer<typeof contribution>

export const partnerships = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/partnerships',
    summary: 'Organizations, agreements and contributions of a program',
    tag: 'partnerships',
    status: 200,
    params: byId,
    response: z.object({
      organizations: z.array(member),
      agreements: z.array(agreement),
      contributions: z.array(contribution),
      ...allowed('edit', 'sign', 'reportContribution'),
    }),
  }),
  join: endpoint({
    method: 'POST',
    path: '/programs/:id/organizations',
    summary: 'Give an organization a role in the program',
    tag: 'partnerships',
    status: 201,
    params: byId,
    body: z.strictObject({ organizationId: id, role: partnerRole }),
    response: member,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/programs/:id/agreements',
    summary: 'Record a signed agreement',
    tag: 'partnerships',
    status: 201,
    params: byId,
    body: z
      .strictObject({
        organizationId: id,
        kind: agreementKind,
        title: text(200),
        signedOn: day,
        startsOn: day,
        endsOn: day,
        documentId: id,
      })
      .refine((value) => value.endsOn >= value.startsOn, { error: 'endAfterStart', path: ['endsOn'] }),
    response: agreement,
  }),
  contribute: endpoint({
    method: 'POST',
    path: '/programs/:id/contributions',
    summary: 'Report what an organization brings; a partner reports for its own',
    tag: 'partnerships',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({
      organizationId: id.nullable().default(null),
      description: text(500),
      inKind: z.boolean().default(false),
      amount: money,
      state: contributionState.default(contributionWorkflow.initial),
      documentId: id.nullable().default(null),
    }),
    response: contribution,
  }),
}
