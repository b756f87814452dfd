import type { z } from 'zod'
import type { document } from '@entente/shared/documents/contract'
import type { Document } from '../../generated/prisma/client.ts'
import { type People, personOf } from '../users/presenter.ts'

export const presentDocument = (row: Document, people: People): z.input<typeof document> => ({
  id: row.id,
  sha256: row.sha256,
  size: row.size,
  mediaType: row.mediaType,
  name: row.name,
  kind: row.kind,
  language: row.language,
  classification: row.classification,
  programId: row.programId,
  uploadedBy: personOf(people, row.uploadedById),
  uploadedAt: row.uploadedAt.toISOString(),
})
