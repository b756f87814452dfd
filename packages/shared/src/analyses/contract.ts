import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { possiblyEmptyText, reason } from '../kernel/text.ts'
import { analysisState } from './workflow.ts'

/** Mandates of the institution that an objective can serve (Election Act; P7). */
export const mandate = z.enum([
  'organizingElections',
  'politicalFinancing',
  'information',
  'inquiries',
  'improvingProcesses',
])
export const recommendation = z.enum(['go', 'conditional', 'defer', 'no'])
export const likelihood = z.int().min(1).max(5)

/** A draft may be incomplete, so its texts may be empty; the gates say what is missing. */
export const analysisContent = z
  .strictObject({
    objectives: z.array(z.strictObject({ statement: possiblyEmptyText(1000), mandate: mandate.nullable() })).max(20),
    context: possiblyEmptyText(20_000),
    positiveImpact: possiblyEmptyText(10_000),
    negativeImpact: possiblyEmptyText(10_000),
    alternatives: z
      .array(z.strictObject({ description: possiblyEmptyText(2000), assessment: possiblyEmptyText(2000) }))
      .max(10),
    risks: z
      .array(
        z.strictObject({
          description: possiblyEmptyText(1000),
          likelihood,
          impact: likelihood,
          treatment: possiblyEmptyText(2000),
          owner: possiblyEmptyText(200),
        }),
      )
      .max(40),
    conditions: z
      .array(
        z.strictObject({ description: possiblyEmptyText(1000), met: z.boolean(), evidence: possiblyEmptyText(1000) }),
      )
      .max(20),
    recommendation: recommendation.nullable(),
    recommendationReason: possiblyEmptyText(5000),
  })
  .meta({ id: 'AnalysisContent' })
export type AnalysisContent = z.infer<typeof analysisContent>

export const analysis = z
  .object({
    id,
    programId: id,
    programReference: z.string(),
    programTitle: z.object({ fr: z.string(), en: z.string().nullable() }),
    number: z.int(),
    state: analysisState,
    content: analysisContent,
    author: person,
    writers: z.array(person),
    createdAt: instant,
    submittedAt: instant.nullable(),
    reviewer: person.nullable(),
    reviewedAt: instant.nullable(),
    reviewComment: z.string().nullable(),
    /** Last day on which the approved analysis may carry a decision: six months after approval. */
    validUntil: day.nullable(),
    version,
    ...allowed('edit', 'submit', 'approve', 'return'),
  })
  .meta({ id: 'Analysis' })
export type Analysis = z.infer<typeof analysis>

export const analyses = {
  list: endpoint({
    method: 'GET',
    path: '/analyses',
    summary: 'Analyses, latest first; `state=submitted` are those waiting for a review',
    tag: 'analyses',
    status: 200,
    query: z.strictObject({ ...pageQuery, state: analysisState.optional() }),
    response: page(analysis),
  }),
  ofProgram: endpoint({
    method: 'GET',
    path: '/programs/:id/analyses',
    summary: 'Every version of a program’s analysis, latest first',
    tag: 'analyses',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(analysis) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/analyses/:id',
    summary: 'One version of an analysis',
    tag: 'analyses',
    status: 200,
    params: byId,
    response: analysis,
  }),
  start: endpoint({
    method: 'POST',
    path: '/programs/:id/analyses',
    summary: 'Start the next version, from a copy of the latest one if there is one',
    tag: 'analyses',
    status: 201,
    params: byId,
    body: z.strictObject({}),
    response: analysis,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/analyses/:id',
    summary: 'Write in a draft or returned analysis',
    tag: 'analyses',
    status: 200,
    params: byId,
    body: z.strictObject(analysisContent.shape).partial(),
    response: analysis,
  }),
  submit: endpoint({
    method: 'POST',
    path: '/analyses/:id/submission',
    summary: 'Ask for the review',
    tag: 'analyses',
    status: 200,
    params: byId,
    body: z.strictObject({}),
    response: analysis,
  }),
  review: endpoint({
    method: 'POST',
    path: '/analyses/:id/review',
    summary: 'Approve or return a submitted analysis; never by someone who wrote in it',
    tag: 'analyses',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: z
      .strictObject({ outcome: z.enum(['approved', 'returned']), comment: reason(5000).optional() })
      .refine((value) => value.outcome === 'approved' || value.comment !== undefined, {
        error: 'reasonRequired',
        path: ['comment'],
      }),
    response: analysis,
  }),
}
