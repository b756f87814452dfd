import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, id, instant, person } from '../kernel/fields.ts'

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
export const classification = z.enum(['public', 'partner', 'internal', 'restricted'])
export type Classification = z.infer<typeof classification>

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
    programId: id.nullable(),
    uploadedBy: person,
    uploadedAt: instant,
  })
  .meta({ id: 'Document' })
export type Document = z.infer<typeof document>

/** 15 MiB: a scanned letter with its annexes. */
export const maximumFileSize = 15 * 1024 * 1024

export const newDocument = z
  .strictObject({
    kind: documentKind,
    language: z.string().regex(/^[a-z]{2}$/),
    classification,
  })
  .meta({ id: 'NewDocument' })

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
