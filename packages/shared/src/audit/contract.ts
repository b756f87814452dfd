import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { day, id, instant } from '../kernel/fields.ts'
import { page, pageQuery } from '../kernel/page.ts'
import { text } from '../kernel/text.ts'

export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor: z.object({ id: id.nullable(), name: z.string() }),
    action: z.string(),
    resource: z.string(),
    resourceId: z.string(),
    programId: id.nullable(),
    version: z.int().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof auditEntry>

/** What a live stream says of a write: which record moved, never what is in it. */
export const liveEvent = z.object({
  resource: z.string(),
  id: z.string(),
  version: z.int().nullable(),
  programId: id.nullable(),
  by: z.string().optional(),
})
export type LiveEvent = z.infer<typeof liveEvent>

export const audit = {
  list: endpoint({
    method: 'GET',
    path: '/audit',
    summary: 'Every write ever made, latest first',
    tag: 'audit',
    status: 200,
    query: z.strictObject({
      ...pageQuery,
      programId: id.optional(),
      actor: id.optional(),
      action: text(60).optional(),
      from: day.optional(),
      to: day.optional(),
    }),
    response: page(auditEntry),
  }),
  verify: endpoint({
    method: 'GET',
    path: '/audit/verify',
    summary: 'Recompute the hash chain',
    tag: 'audit',
    status: 200,
    response: z.union([
      z.object({ intact: z.literal(true), entries: z.int(), head: z.string() }),
      z.object({ intact: z.literal(false), firstBroken: z.int() }),
    ]),
  }),
}
