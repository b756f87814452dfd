import { type Activity, type ActivityEdit, newActivity, activityEdit } from '@entente/shared/activities/contract'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { checkedBy } from '../../../lib/form/form.ts'

/** A card as its form holds it: what is empty is an empty text. */
export type ActivityValues = Pick<
  Activity,
  'title' | 'type' | 'priority' | 'description' | 'labels' | 'milestone' | 'checklist'
> & {
  startsOn: string
  dueOn: string
  assigneeIds: string[]
  objectiveId: string
  afterIds: string[]
  documentIds: string[]
  estimate: string
  spent: string
  blockedReason: string
  blockedUntil: string
  blockedAsked: string
}

export type ActivityForm = UseFormReturnType<ActivityValues>
/** What an edit may say of a card. */
export type Fields = Omit<ActivityEdit, 'as' | 'archived'>

const blank: ActivityValues = {
  title: '',
  type: 'mission',
  priority: 'normal',
  description: '',
  labels: [],
  milestone: false,
  checklist: [],
  startsOn: '',
  dueOn: '',
  assigneeIds: [],
  objectiveId: '',
  afterIds: [],
  documentIds: [],
  estimate: '',
  spent: '',
  blockedReason: '',
  blockedUntil: '',
  blockedAsked: '',
}

const blockedValues = ({ blocked }: Activity) => ({
  blockedReason: blocked?.reason ?? '',
  blockedUntil: blocked?.expectedOn ?? '',
  blockedAsked: blocked?.asked ?? '',
})

export const valuesOf = (activity: Activity): ActivityValues => ({
  title: activity.title,
  type: activity.type,
  priority: activity.priority,
  description: activity.description,
  labels: activity.labels,
  milestone: activity.milestone,
  checklist: activity.checklist,
  startsOn: activity.startsOn ?? '',
  dueOn: activity.dueOn ?? '',
  assigneeIds: activity.assignees.map(({ id }) => id),
  objectiveId: activity.objective?.id ?? '',
  afterIds: activity.after.map(({ id }) => id),
  documentIds: activity.documents.map(({ id }) => id),
  estimate: activity.estimate ?? '',
  spent: activity.spent ?? '',
  ...blockedValues(activity),
})

const orNull = (text: string) => (text.trim() === '' ? null : text)
const decimal = (text: string) => orNull(text.replace(',', '.'))

/** The card as the contract wants it. */
export const bodyOf = (values: ActivityValues) => {
  const { blockedReason: _, blockedUntil: __, blockedAsked: ___, ...rest } = values
  return {
    ...rest,
    startsOn: orNull(rest.startsOn),
    dueOn: orNull(rest.dueOn),
    objectiveId: orNull(rest.objectiveId),
    estimate: decimal(rest.estimate),
    spent: decimal(rest.spent),
    checklist: rest.checklist.filter(({ text }) => text.trim() !== ''),
  }
}

export const editOf = (values: ActivityValues): Required<Fields> => ({
  ...bodyOf(values),
  blocked:
    values.blockedReason.trim() === ''
      ? null
      : {
          reason: values.blockedReason,
          expectedOn: orNull(values.blockedUntil),
          asked: orNull(values.blockedAsked),
        },
})

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
const keysOf = (edit: Required<Fields>) => Object.keys(edit) as (keyof Fields)[]

/** The fields that differ from one text of a card to another. */
export const changedFields = (from: Activity, to: Required<Fields>): Fields => {
  const before = editOf(valuesOf(from))
  return Object.fromEntries(keysOf(to).flatMap((key) => (same(before[key], to[key]) ? [] : [[key, to[key]]])))
}

/** Fields both people changed, each to something else: one has to be chosen. */
export const disputedFields = (before: Fields, theirs: Fields, mine: Fields) =>
  (Object.keys(mine) as (keyof Fields)[]).filter(
    (key) => !same(before[key], theirs[key]) && !same(theirs[key], mine[key]),
  )

/** Refusals name the parts of what blocks a card as the contract nests them; the form keeps them side by side. */
const placed: Record<string, string> = {
  'blocked.reason': 'blockedReason',
  'blocked.expectedOn': 'blockedUntil',
  'blocked.asked': 'blockedAsked',
}

export const useActivityForm = (activity: Activity | undefined): ActivityForm =>
  useForm<ActivityValues>({
    initialValues: activity === undefined ? blank : valuesOf(activity),
    validate: (values) => {
      const errors =
        activity === undefined ? checkedBy(newActivity)(bodyOf(values)) : checkedBy(activityEdit)(editOf(values))
      return Object.fromEntries(Object.entries(errors).map(([key, text]) => [placed[key] ?? key, text]))
    },
  })
