import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, id, instant, person, version } from '../kernel/fields.ts'
import { type Audience, audience, audiencesOf, classification } from './options.ts'

export const documentKind = z.enum([
  'letter',
  'verification',
  'opinion',
  'authorization',
  'agreement',
  'termsOfReference',
  'minutes',
  'report',
  'receipt',
  'other',
])
export type DocumentKind = z.infer<typeof documentKind>

export const document = z
  .object({
    id,
    sha256: z.string(),
    size: z.int(),
    mediaType: z.string(),
    name: z.string(),
    kind: documentKind,
    language: z.string(),
    classification,
    audience,
    /** Those of the audience `organizations`. */
    organizationIds: z.array(id),
    programId: id.nullable(),
    uploadedBy: person,
    uploadedAt: instant,
    version,
    ...allowed('release'),
  })
  .meta({ id: 'Document' })
export type Document = z.infer<typeof document>

/** 15 MiB: a scanned letter with its annexes. */
export const maximumFileSize = 15 * 1024 * 1024

const organizationIds = z.array(id).max(20)
type Addressed = { audience?: Audience | undefined; organizationIds?: string[] | undefined }

/** Organizations are named where the audience is organizations, and nowhere else. */
const namesItsReaders = ({ audience: readers, organizationIds: named = [] }: Addressed) =>
  (readers === 'organizations') === named.length > 0
const readersUnnamed = { error: 'organizationsForTheirAudience', path: ['organizationIds'] }

export const newDocument = z
  .strictObject({
    kind: documentKind,
    language: z.string().regex(/^[a-z]{2}$/),
    classification,
    audience: audience.optional(),
    organizationIds: organizationIds.optional(),
  })
  .refine(namesItsReaders, readersUnnamed)
  .refine((file) => audiencesOf[file.classification].includes(file.audience ?? 'internal'), {
    error: 'audienceBeyondClassification',
    path: ['audience'],
  })
  .meta({ id: 'NewDocument' })

/** Who may read a file from now on. */
export const documentRelease = z
  .strictObject({ audience, organizationIds: organizationIds.default([]) })
  .refine(namesItsReaders, readersUnnamed)
  .meta({ id: 'DocumentRelease' })

export const documents = {
  upload: endpoint({
    method: 'POST',
    path: '/documents',
    summary: 'Store a file; its type is read from its content',
    tag: 'documents',
    status: 201,
    upload: true,
    body: newDocument,
    response: document,
  }),
  get: endpoint({
    method: 'GET',
    path: '/documents/:id',
    summary: 'What is known of a file',
    tag: 'documents',
    status: 200,
    params: byId,
    response: document,
  }),
  release: endpoint({
    method: 'PATCH',
    path: '/documents/:id',
    summary: 'Say who may read a file beside the institution',
    tag: 'documents',
    status: 200,
    params: byId,
    body: documentRelease,
    response: document,
  }),
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/documents',
    summary: 'Files cited by the records of a program',
    tag: 'documents',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(document) }),
  }),
}

/** The file itself is not JSON: it is served as an attachment by this path. */
export const documentContentPath = (documentId: string) => `/api/v1/documents/${documentId}/content`
