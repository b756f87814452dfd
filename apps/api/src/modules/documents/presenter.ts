import type { z } from 'zod'
import type { document } from '@entente/shared/documents/contract'
import type { Document } from '../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { isInternal } from '../users/policy.ts'
import { documentReleasePolicy } from './policy.ts'
import { type People, personOf } from '../users/presenter.ts'

export const presentDocument = (row: Document, people: People, actor: Actor): z.input<typeof document> => ({
  id: row.id,
  sha256: row.sha256,
  size: row.size,
  mediaType: row.mediaType,
  name: row.name,
  kind: row.kind,
  language: row.language,
  classification: row.classification,
  audience: row.audience,
  organizationIds: row.organizationIds.filter((id) => isInternal(actor) || id === actor.organizationId),
  programId: row.programId,
  uploadedBy: personOf(people, row.uploadedById),
  uploadedAt: row.uploadedAt.toISOString(),
  version: row.version,
  ...allowedOn(documentReleasePolicy, row, actor),
})
