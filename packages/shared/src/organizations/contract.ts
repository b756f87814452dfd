import { z } from 'zod'
import { countryCodes } from '../kernel/countries.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, id, version } from '../kernel/fields.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { bilingual, text } from '../kernel/text.ts'

export const organizationType = z.enum([
  'emb',
  'government',
  'parliament',
  'internationalOrganization',
  'network',
  'university',
  'ngo',
  'other',
])
export type OrganizationType = z.infer<typeof organizationType>
export const dueDiligence = z.enum(['notStarted', 'inProgress', 'cleared', 'refused'])
export type DueDiligence = z.infer<typeof dueDiligence>
export const countryCode = z.string().refine((code) => countryCodes.has(code), { error: 'country' })

export const organization = z
  .object({
    id,
    acronym: z.string().nullable(),
    name: z.object({ fr: z.string(), en: z.string().nullable() }),
    type: organizationType,
    countryCode: z.string().nullable(),
    dueDiligence,
    version,
    ...allowed('edit'),
  })
  .meta({ id: 'Organization' })
export type Organization = z.infer<typeof organization>

export const newOrganization = z
  .strictObject({
    acronym: text(40).nullable().default(null),
    name: bilingual(200),
    type: organizationType,
    countryCode: countryCode.nullable().default(null),
    dueDiligence: dueDiligence.default('notStarted'),
  })
  .meta({ id: 'NewOrganization' })

export const organizations = {
  list: endpoint({
    method: 'GET',
    path: '/organizations',
    summary: 'Partners, hosts, funders and networks',
    tag: 'organizations',
    status: 200,
    query: z.strictObject({ ...pageQuery, q: text(100).optional(), type: organizationType.optional() }),
    response: page(organization),
  }),
  get: endpoint({
    method: 'GET',
    path: '/organizations/:id',
    summary: 'One organization',
    tag: 'organizations',
    status: 200,
    params: byId,
    response: organization,
  }),
  create: endpoint({
    method: 'POST',
    path: '/organizations',
    summary: 'Add an organization to the register',
    tag: 'organizations',
    status: 201,
    body: newOrganization,
    response: organization,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/organizations/:id',
    summary: 'Correct an organization or record its due diligence',
    tag: 'organizations',
    status: 200,
    params: byId,
    body: z
      .strictObject({
        acronym: text(40).nullable(),
        name: bilingual(200),
        type: organizationType,
        countryCode: countryCode.nullable(),
        dueDiligence,
      })
      .partial(),
    response: organization,
  }),
}
