import type { z } from 'zod'
import type { evaluation, lesson, transferObjective } from '@entente/shared/transfer/contract'
import type { Evaluation, Lesson, Prisma } from '../../generated/prisma/client.ts'
import { type Actor, allowedOn } from '../../platform/rules/policy.ts'
import { optionalPersonOf, type People, personOf } from '../users/presenter.ts'
import { objectivePolicy } from './policy.ts'

export const withProgram = { program: true } satisfies Prisma.TransferObjectiveInclude
export type ObjectiveRow = Prisma.TransferObjectiveGetPayload<{ include: typeof withProgram }>

export const presentObjective = (
  row: ObjectiveRow,
  people: People,
  actor: Actor,
): z.input<typeof transferObjective> => ({
  id: row.id,
  programId: row.programId,
  competence: row.competence,
  unit: row.unit,
  baseline: row.baseline,
  target: row.target,
  verificationMethod: row.verificationMethod,
  verifiedLevel: row.verifiedLevel,
  notReachedReason: row.notReachedReason,
  verifiedBy: optionalPersonOf(people, row.verifiedById),
  verifiedAt: row.verifiedAt?.toISOString() ?? null,
  documentId: row.documentId,
  version: row.version,
  ...allowedOn(objectivePolicy, row, actor),
})

export const presentLesson = (row: Lesson, people: People): z.input<typeof lesson> => ({
  id: row.id,
  programId: row.programId,
  theme: row.theme,
  observation: row.observation,
  cause: row.cause,
  recommendation: row.recommendation,
  writtenBy: personOf(people, row.writtenById),
  writtenAt: row.writtenAt.toISOString(),
  version: row.version,
})

export const presentEvaluation = (row: Evaluation, people: People): z.input<typeof evaluation> => ({
  id: row.id,
  programId: row.programId,
  summary: row.summary,
  rating: row.rating,
  documentId: row.documentId,
  filedBy: personOf(people, row.filedById),
  filedAt: row.filedAt.toISOString(),
})
