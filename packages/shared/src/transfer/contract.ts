import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, id, instant, person, version } from '../kernel/fields.ts'
import { reason, text } from '../kernel/text.ts'

/** 0 none · 1 aware · 2 does with help · 3 does alone · 4 teaches others. */
export const level = z.int().min(0).max(4)

const fields = {
  competence: text(500),
  /** The host's unit that will hold the competence. */
  unit: text(200),
  baseline: level,
  target: level,
  verificationMethod: text(1000),
}
export const newTransferObjective = z
  .strictObject(fields)
  .refine((value) => value.target > value.baseline, { error: 'targetAboveBaseline', path: ['target'] })
  .meta({ id: 'NewTransferObjective' })

export const transferObjective = z
  .object({
    id,
    programId: id,
    ...fields,
    competence: z.string(),
    unit: z.string(),
    verificationMethod: z.string(),
    verifiedLevel: level.nullable(),
    notReachedReason: z.string().nullable(),
    verifiedBy: person.nullable(),
    verifiedAt: instant.nullable(),
    documentId: id.nullable(),
    version,
    ...allowed('edit', 'verify'),
  })
  .meta({ id: 'TransferObjective' })
export type TransferObjective = z.infer<typeof transferObjective>

const lessonFields = { theme: text(200), observation: reason(4000), cause: reason(4000), recommendation: reason(4000) }
export const newLesson = z.strictObject(lessonFields).meta({ id: 'NewLesson' })
export const lesson = z
  .object({
    id,
    programId: id,
    theme: z.string(),
    observation: z.string(),
    cause: z.string(),
    recommendation: z.string(),
    writtenBy: person,
    writtenAt: instant,
    version,
  })
  .meta({ id: 'Lesson' })
export type Lesson = z.infer<typeof lesson>

export const evaluation = z
  .object({
    id,
    programId: id,
    summary: z.string(),
    rating: level,
    documentId: id.nullable(),
    filedBy: person,
    filedAt: instant,
  })
  .meta({ id: 'Evaluation' })
export type Evaluation = z.infer<typeof evaluation>

export const transfer = {
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/transfer',
    summary: 'Transfer objectives, lessons and evaluation of a program',
    tag: 'transfer',
    status: 200,
    params: byId,
    response: z.object({
      objectives: z.array(transferObjective),
      lessons: z.array(lesson),
      evaluation: evaluation.nullable(),
      ...allowed('addObjective', 'addLesson', 'fileEvaluation'),
    }),
  }),
  addObjective: endpoint({
    method: 'POST',
    path: '/programs/:id/transfer-objectives',
    summary: 'Add a transfer objective',
    tag: 'transfer',
    status: 201,
    params: byId,
    body: newTransferObjective,
    response: transferObjective,
  }),
  editObjective: endpoint({
    method: 'PATCH',
    path: '/transfer-objectives/:id',
    summary: 'Correct a transfer objective that is not verified yet',
    tag: 'transfer',
    status: 200,
    params: byId,
    body: z.strictObject(fields).partial(),
    response: transferObjective,
  }),
  verify: endpoint({
    method: 'POST',
    path: '/transfer-objectives/:id/verification',
    summary: 'Record the verified level; below target, say why',
    tag: 'transfer',
    status: 200,
    params: byId,
    body: z.strictObject({
      level,
      notReachedReason: reason(2000).nullable().default(null),
      documentId: id.nullable().default(null),
    }),
    response: transferObjective,
  }),
  addLesson: endpoint({
    method: 'POST',
    path: '/programs/:id/lessons',
    summary: 'Write a lesson',
    tag: 'transfer',
    status: 201,
    params: byId,
    body: newLesson,
    response: lesson,
  }),
  fileEvaluation: endpoint({
    method: 'POST',
    path: '/programs/:id/evaluation',
    summary: 'File the evaluation; never by the program’s own coordinator',
    tag: 'transfer',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    body: z.strictObject({ summary: reason(10_000), rating: level, documentId: id.nullable().default(null) }),
    response: evaluation,
  }),
}
