import type { z } from 'zod'
import { type analysis, analysisContent } from '@entente/shared/analyses/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'
import { analysisPolicy } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.AnalysisInclude
export type AnalysisRow = Prisma.AnalysisGetPayload<{ include: typeof withProgram }>

export const peopleIn = (row: AnalysisRow) => [row.authorId, row.reviewerId, ...row.writerIds]

/** The text of a version; parts that were added to analyses since it was written are empty. */
export const contentOf = ({ content }: Pick<AnalysisRow, 'content'>) => analysisContent.parse(content)

export const presentAnalysis = (row: AnalysisRow, people: People, actor: Actor): z.input<typeof analysis> => ({
  id: row.id,
  programId: row.programId,
  programReference: row.program.reference,
  programTitle: { fr: row.program.titleFr, en: row.program.titleEn },
  number: row.number,
  state: row.state,
  content: contentOf(row),
  author: personOf(people, row.authorId),
  writers: row.writerIds.map((id) => personOf(people, id)),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  reviewer: optionalPersonOf(people, row.reviewerId),
  reviewedAt: row.reviewedAt?.toISOString() ?? null,
  reviewComment: row.reviewComment,
  validUntil: asOptionalDay(row.validUntil),
  version: row.version,
  ...allowedOn(analysisPolicy, row, actor),
})
