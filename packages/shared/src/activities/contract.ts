import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { byId, day, id, person, version } from '../kernel/fields.ts'
import { optionalText, text } from '../kernel/text.ts'

export const activityType = z.enum([
  'mission',
  'workshop',
  'training',
  'remoteCoaching',
  'studyVisit',
  'deliverable',
  'meeting',
  'other',
])
export const limitMode = z.enum(['warn', 'block'])
const label = text(40)

export const activity = z
  .object({
    id,
    programId: id,
    columnId: id,
    title: z.string(),
    type: activityType,
    description: z.string(),
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    assignees: z.array(person),
    blocked: z.object({ reason: z.string(), since: z.string() }).nullable(),
    labels: z.array(z.string()),
    milestone: z.boolean(),
    position: z.int(),
    version,
    can: z.array(z.enum(['edit', 'move'])),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof activity>

export const boardColumn = z
  .object({
    id,
    name: z.string(),
    limit: z.int().nullable(),
    limitMode,
    count: z.int(),
    version,
    cards: z.array(activity),
  })
  .meta({ id: 'BoardColumn' })

export const activityBoard = z
  .object({ version: z.int(), columns: z.array(boardColumn), can: z.array(z.enum(['edit'])) })
  .meta({ id: 'ActivityBoard' })
export type ActivityBoard = z.infer<typeof activityBoard>

export const newActivity = z
  .strictObject({
    title: text(200),
    type: activityType,
    columnId: id.optional(),
    description: optionalText(5000).default(''),
    startsOn: day.nullable().default(null),
    dueOn: day.nullable().default(null),
    assigneeIds: z.array(id).max(20).default([]),
    labels: z.array(label).max(20).default([]),
    milestone: z.boolean().default(false),
  })
  .meta({ id: 'NewActivity' })

export const activityEdit = z
  .strictObject({
    title: text(200),
    type: activityType,
    description: optionalText(5000),
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    assigneeIds: z.array(id).max(20),
    labels: z.array(label).max(20),
    blockedReason: text(500).nullable(),
    milestone: z.boolean(),
  })
  .partial()
  .meta({ id: 'ActivityEdit' })

export const activityMove = z
  .strictObject({ columnId: id, before: id.optional(), after: id.optional() })
  .refine((value) => value.before === undefined || value.after === undefined, {
    error: 'oneNeighbour',
    path: ['after'],
  })
  .meta({ id: 'ActivityMove' })

const limits = { limit: z.int().min(1).max(999).nullable(), limitMode }

export const activities = {
  board: endpoint({
    method: 'GET',
    path: '/programs/:id/board',
    summary: 'The activity board of a program',
    tag: 'activities',
    status: 200,
    params: byId,
    response: activityBoard,
  }),
  create: endpoint({
    method: 'POST',
    path: '/programs/:id/activities',
    summary: 'Add an activity, at the end of a column',
    tag: 'activities',
    status: 201,
    params: byId,
    body: newActivity,
    response: activity,
  }),
  get: endpoint({
    method: 'GET',
    path: '/activities/:id',
    summary: 'One activity',
    tag: 'activities',
    status: 200,
    params: byId,
    response: activity,
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/activities/:id',
    summary: 'Change an activity',
    tag: 'activities',
    status: 200,
    params: byId,
    body: activityEdit,
    response: activity,
  }),
  move: endpoint({
    method: 'POST',
    path: '/activities/:id/move',
    summary: 'Move an activity to a column, directly before or after another, or to its end',
    tag: 'activities',
    status: 200,
    params: byId,
    body: activityMove,
    response: activity,
  }),
  addColumn: endpoint({
    method: 'POST',
    path: '/programs/:id/board/columns',
    summary: 'Add a column to the board',
    tag: 'activities',
    status: 201,
    params: byId,
    body: z.strictObject({ name: text(60), limit: limits.limit.default(null), limitMode: limitMode.default('warn') }),
    response: boardColumn,
  }),
  editColumn: endpoint({
    method: 'PATCH',
    path: '/board-columns/:id',
    summary: 'Rename a column, set its limit, or archive it when empty',
    tag: 'activities',
    status: 200,
    params: byId,
    body: z.strictObject({ name: text(60), ...limits, archived: z.literal(true) }).partial(),
    response: boardColumn,
  }),
}
