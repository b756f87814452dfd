import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { secret } from '../kernel/text.ts'

export const shareKind = z.enum(['organization', 'link'])
export type ShareKind = z.infer<typeof shareKind>
export const section = z.enum(['overview', 'milestones', 'activities', 'documents', 'results', 'contributions'])
export type Section = z.infer<typeof section>

export const newShare = z
  .strictObject({
    kind: shareKind,
    organizationId: id.optional(),
    sections: z.array(section).min(1).max(6),
    expiresOn: day,
    password: secret(8)
      .refine((value) => value.trim().length >= 8, { error: 'spacesDoNotCount' })
      .optional(),
  })
  .refine((value) => (value.kind === 'organization') === (value.organizationId !== undefined), {
    error: 'organizationForOrganizationShare',
    path: ['organizationId'],
  })
  .meta({ id: 'NewShare' })

export const share = z
  .object({
    id,
    programId: id,
    kind: shareKind,
    organization: z.object({ id, name: z.string() }).nullable(),
    sections: z.array(section),
    expiresOn: day,
    hasPassword: z.boolean(),
    active: z.boolean(),
    /** What its access rested on and holds no longer, in the reader’s language. */
    lacks: z.array(z.string()),
    createdBy: person,
    createdAt: instant,
    revokedAt: instant.nullable(),
    version,
    ...allowed('revoke'),
  })
  .meta({ id: 'Share' })
export type Share = z.infer<typeof share>

export const shares = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/shares',
    summary: 'Who may see the program from outside',
    tag: 'shares',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(share), ...allowed('grant') }),
  }),
  grant: endpoint({
    method: 'POST',
    path: '/programs/:id/shares',
    summary: 'Share a program with an organization, or by a link that is shown once',
    tag: 'shares',
    status: 201,
    params: byId,
    body: newShare,
    response: share.extend({ url: z.string().nullable() }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/shares/:id',
    summary: 'End a share at once',
    tag: 'shares',
    status: 204,
    params: byId,
  }),
}
