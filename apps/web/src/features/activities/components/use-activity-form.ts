import { activities, type Activity, type ActivityEdit } from '@entente/shared/activities/contract'
import { formOf } from '../../../lib/form/form-of.ts'
import { type PairForm, useFormOfPair } from '../../../lib/form/use-form-of.ts'

const operations = { add: activities.create, edit: activities.edit }
export type ActivityForm = PairForm<typeof operations>
/** What an edit may say of a card. */
export type Fields = Omit<ActivityEdit, 'as' | 'archived'>

/** A card with what it is linked to as an edit names it. */
const linked = (activity: Activity) => ({
  ...activity,
  assigneeIds: activity.assignees.map(({ id }) => id),
  objectiveId: activity.objective?.id ?? null,
  afterIds: activity.after.map(({ id }) => id),
  documentIds: activity.documents.map(({ id }) => id),
})

const contract = formOf(activities.edit)

/** The fields of a card, as an edit would say them. */
export const fieldsOf = (activity: Activity): Fields => contract.bodyOf(contract.valuesOf(linked(activity)))

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
const keysOf = (fields: Fields) => Object.keys(fields) as (keyof Fields)[]

/** The fields that differ from one text of a card to another. */
export const changedFields = (from: Activity, to: Fields): Fields => {
  const before = fieldsOf(from)
  return Object.fromEntries(keysOf(to).flatMap((key) => (same(before[key], to[key]) ? [] : [[key, to[key]]])))
}

/** Fields both people changed, each to something else: one has to be chosen. */
export const disputedFields = (before: Fields, theirs: Fields, mine: Fields) =>
  keysOf(mine).filter((key) => !same(before[key], theirs[key]) && !same(theirs[key], mine[key]))

export const useActivityForm = (activity: Activity | undefined, columnId = ''): ActivityForm =>
  useFormOfPair(operations, {
    of: activity && linked(activity),
    start: { ...(activity === undefined && { columnId }) },
    sent: ({ checklist }) => ({ checklist: checklist.filter(({ text }) => text.trim() !== '') }),
  })
