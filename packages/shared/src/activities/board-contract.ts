import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, id, version } from '../kernel/fields.ts'
import { text } from '../kernel/text.ts'
import { activity, activityCard, activityEdit, retrace } from './contract.ts'
import { boardLimits, limit, limitMode } from './limits/contract.ts'

export const boardColumn = z
  .object({
    id,
    name: z.string(),
    limit: z.int().nullable(),
    limitMode,
    done: z.boolean(),
    count: z.int(),
    version,
    cards: z.array(activityCard),
  })
  .meta({ id: 'BoardColumn' })
export type BoardColumn = z.infer<typeof boardColumn>

export const activityBoard = z
  .object({
    version: z.int(),
    columns: z.array(boardColumn),
    limits: boardLimits,
    ...allowed('edit'),
  })
  .meta({ id: 'ActivityBoard' })
export type ActivityBoard = z.infer<typeof activityBoard>

const change = z.strictObject({
  id,
  version: version.optional(),
  edit: activityEdit.omit({ as: true, documentIds: true }).optional(),
  columnId: id.optional(),
})
/** What several cards become in one command; a preview changes nothing. */
export const bulkChange = z
  .strictObject({
    changes: z.array(change).min(1).max(200),
    preview: z.boolean().default(false),
    as: retrace.optional(),
  })
  .meta({ id: 'BulkChange' })
export type BulkChange = z.input<typeof bulkChange>

export const bulkResult = z
  .object({
    results: z.array(z.object({ id, ok: z.boolean(), problem: z.string().nullable(), activity: activity.nullable() })),
    version: z.int(),
  })
  .meta({ id: 'BulkResult' })
export type BulkResult = z.infer<typeof bulkResult>

const column = { name: text(60), limit, limitMode, done: z.boolean() }

export const boards = {
  get: endpoint({
    method: 'GET',
    path: '/programs/:id/board',
    summary: 'The activity board of a program; unchanged, it is answered from its version (304)',
    tag: 'activities',
    status: 200,
    params: byId,
    response: activityBoard,
  }),
  limit: endpoint({
    method: 'POST',
    path: '/programs/:id/board/limits',
    summary: 'Set how many open cards a person and a lane may hold',
    tag: 'activities',
    status: 200,
    params: byId,
    body: boardLimits,
    response: boardLimits,
  }),
  addColumn: endpoint({
    method: 'POST',
    path: '/programs/:id/board/columns',
    summary: 'Add a column to the board',
    tag: 'activities',
    status: 201,
    params: byId,
    body: z.strictObject({
      name: column.name,
      limit: limit.default(null),
      limitMode: limitMode.default('warn'),
      done: column.done.default(false),
    }),
    response: boardColumn,
  }),
  editColumn: endpoint({
    method: 'PATCH',
    path: '/board-columns/:id',
    summary: 'Rename a column, set its limit, or archive it when empty',
    tag: 'activities',
    status: 200,
    params: byId,
    body: z.strictObject({ ...column, archived: z.literal(true) }).partial(),
    response: boardColumn,
  }),
  orderColumns: endpoint({
    method: 'POST',
    path: '/programs/:id/board/column-order',
    summary: 'Put the columns in another order: every column once',
    tag: 'activities',
    status: 200,
    params: byId,
    body: z.strictObject({ columnIds: z.array(id).min(1).max(50) }),
    response: z.object({ columnIds: z.array(id), version: z.int() }),
  }),
  change: endpoint({
    method: 'POST',
    path: '/programs/:id/activities/changes',
    summary: 'Change or move several activities at once, each by its own rules; or preview it',
    tag: 'activities',
    status: 200,
    idempotencyKey: 'required',
    params: byId,
    body: bulkChange,
    response: bulkResult,
  }),
  fill: endpoint({
    method: 'POST',
    path: '/programs/:id/activities/template',
    summary: 'Add the usual activities of a program of this kind',
    tag: 'activities',
    status: 201,
    idempotencyKey: 'required',
    params: byId,
    response: z.object({ added: z.int(), version: z.int() }),
  }),
}
