import { z } from 'zod'
import { endpoint } from '../kernel/endpoint.ts'
import { allowed, byId, day, id, instant, person, version } from '../kernel/fields.ts'
import { days } from '../kernel/money.ts'
import { bilingual, possiblyEmptyText, reason, text } from '../kernel/text.ts'
import { lane } from './limits/contract.ts'

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
export type ActivityType = z.infer<typeof activityType>
export const priority = z.enum(['urgent', 'high', 'normal', 'low'])
export type Priority = z.infer<typeof priority>
/** A mouse slip undone is a command of its own: the trail says which. */
export const retrace = z.enum(['undo', 'redo'])

const label = text(40)
const named = z.object({ id, label: z.string() })
const checklistItem = z.strictObject({ text: text(200), done: z.boolean() })
export type Checklist = z.infer<typeof checklistItem>[]
const blocked = z.object({
  reason: z.string(),
  since: instant,
  /** When an answer is expected, and of whom it was asked. */
  expectedOn: day.nullable(),
  asked: z.string().nullable(),
})

/** What a card shows on the board. */
export const activityCard = z
  .object({
    id,
    title: z.string(),
    type: activityType,
    priority,
    startsOn: day.nullable(),
    dueOn: day.nullable(),
    assignees: z.array(person),
    blocked: blocked.nullable(),
    labels: z.array(z.string()),
    milestone: z.boolean(),
    /** What partners read in place of the title; null: the card is internal, and they read nothing of it. */
    partnerTitle: z.object({ fr: z.string(), en: z.string().nullable() }).nullable(),
    objective: named.nullable(),
    /** The activities that must be done before this one. */
    after: z.array(named),
    checklist: z.object({ done: z.int(), total: z.int() }),
    comments: z.int(),
    documents: z.int(),
    /** In staff-days. */
    estimate: z.string().nullable(),
    spent: z.string().nullable(),
    /** Since when it stands in its column. */
    columnSince: instant,
    position: z.int(),
    version,
  })
  .meta({ id: 'ActivityCard' })
export type ActivityCard = z.infer<typeof activityCard>

/** An activity, whole. */
export const activity = activityCard
  .omit({ checklist: true, documents: true })
  .extend({
    programId: id,
    columnId: id,
    description: z.string(),
    checklist: z.array(z.object({ text: z.string(), done: z.boolean() })),
    documents: z.array(z.object({ id, name: z.string() })),
    archived: z.boolean(),
    ...allowed('edit', 'move', 'comment'),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof activity>

const writable = {
  title: text(200),
  type: activityType,
  priority,
  description: possiblyEmptyText(5000),
  startsOn: day.nullable(),
  dueOn: day.nullable(),
  assigneeIds: z.array(id).max(20),
  labels: z.array(label).max(20),
  milestone: z.boolean(),
  partnerTitle: bilingual(200).nullable(),
  objectiveId: id.nullable(),
  afterIds: z.array(id).max(20),
  checklist: z.array(checklistItem).max(50),
  documentIds: z.array(id).max(20),
  estimate: days.nullable(),
  spent: days.nullable(),
}

export const newActivity = z
  .strictObject({
    ...writable,
    columnId: id.optional(),
    priority: priority.default('normal'),
    description: writable.description.default(''),
    startsOn: writable.startsOn.default(null),
    dueOn: writable.dueOn.default(null),
    assigneeIds: writable.assigneeIds.default([]),
    labels: writable.labels.default([]),
    milestone: z.boolean().default(false),
    partnerTitle: writable.partnerTitle.default(null),
    objectiveId: writable.objectiveId.default(null),
    afterIds: writable.afterIds.default([]),
    checklist: writable.checklist.default([]),
    documentIds: writable.documentIds.default([]),
    estimate: writable.estimate.default(null),
    spent: writable.spent.default(null),
  })
  .meta({ id: 'NewActivity' })

/** Fields of an activity that change; those left out stay. */
export const activityEdit = z
  .strictObject({
    ...writable,
    blocked: z
      .strictObject({ reason: reason(500), expectedOn: day.nullable(), asked: text(200).nullable() })
      .nullable(),
    archived: z.boolean(),
    as: retrace,
  })
  .partial()
  .meta({ id: 'ActivityEdit' })
export type ActivityEdit = z.input<typeof activityEdit>

const place = { columnId: id, before: id.optional(), after: id.optional(), lane: lane.optional() }
export const activityMove = z
  .strictObject({ ...place, as: retrace.optional() })
  .refine((value) => value.before === undefined || value.after === undefined, {
    error: 'oneNeighbour',
    path: ['after'],
  })
  .meta({ id: 'ActivityMove' })

export const activities = {
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
    summary: 'Move an activity to a column and lane, directly before or after another, or to its end',
    tag: 'activities',
    status: 200,
    params: byId,
    body: activityMove,
    response: activity,
  }),
}
