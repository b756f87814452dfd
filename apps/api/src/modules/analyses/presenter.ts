import type { z } from 'zod'
import { type analysis, analysisContent, analysisState } from '@entente/shared/analyses/contract'
import type { Prisma } from '../../generated/prisma/client.ts'
import { asOptionalDay } from '../../platform/database/clock.ts'
import { type Actor, allows, openTo } from '../../platform/rules/policy.ts'
import { isOpen } from '../programs/dossier-service.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'
import { analysisPolicy } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.AnalysisInclude
export type AnalysisRow = Prisma.AnalysisGetPayload<{ include: typeof withProgram }>

export const peopleIn = (row: AnalysisRow) => [row.authorId, row.reviewerId, ...row.writerIds]

/** States in which an analysis may still be written in. */
export const isWritable = (row: { state: string }) => row.state === 'draft' || row.state === 'returned'

export const presentAnalysis = (row: AnalysisRow, people: People, actor: Actor): z.input<typeof analysis> => ({
  id: row.id,
  programId: row.programId,
  programReference: row.program.reference,
  programTitle: { fr: row.program.titleFr, en: row.program.titleEn },
  number: row.number,
  state: analysisState.parse(row.state),
  content: analysisContent.parse(row.content),
  author: personOf(people, row.authorId),
  writers: row.writerIds.map((id) => personOf(people, id)),
  createdAt: row.createdAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  reviewer: optionalPersonOf(people, row.reviewerId),
  reviewedAt: row.reviewedAt?.toISOString() ?? null,
  reviewComment: row.reviewComment,
  validUntil: asOptionalDay(row.validUntil),
  version: row.version,
  can: actionsOn(row, actor),
})

const actionsOn = (row: AnalysisRow, actor: Actor) => {
  const moving = isOpen(row.program)
  const writes = moving && isWritable(row) && allows(analysisPolicy.write, actor, row)
  const reviews = moving && row.state === 'submitted' && allows(analysisPolicy.review, actor, row)
  return openTo({ edit: writes, submit: writes, approve: reviews, return: reviews })
}
