import { type Activity, newActivity } from '@entente/shared/activities/contract'
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useAddActivity, useEditActivity } from '../api.ts'
import { ActivityFields, type ActivityValues } from './activity-fields.tsx'

type Props = { programId: string; columnId?: string | undefined; activity?: Activity | undefined; onClose: () => void }

const blank: ActivityValues = {
  title: '',
  type: 'mission',
  description: '',
  labels: [],
  milestone: false,
  startsOn: '',
  dueOn: '',
  assigneeIds: [],
  blockedReason: '',
}

const valuesOf = ({ title, type, description, labels, milestone, ...activity }: Activity): ActivityValues => ({
  title,
  type,
  description,
  labels,
  milestone,
  startsOn: activity.startsOn ?? '',
  dueOn: activity.dueOn ?? '',
  assigneeIds: activity.assignees.map(({ id }) => id),
  blockedReason: activity.blocked?.reason ?? '',
})

const orNull = (text: string) => (text.trim() === '' ? null : text)
const bodyOf = ({ title, type, description, labels, milestone, assigneeIds, startsOn, dueOn }: ActivityValues) => ({
  title,
  type,
  description,
  labels,
  milestone,
  assigneeIds,
  startsOn: orNull(startsOn),
  dueOn: orNull(dueOn),
})

/** Adds an activity, or opens one to change it. */
export const ActivityDrawer = ({ programId, columnId, activity, onClose }: Props) => {
  const { t } = useTranslation(['activities', 'ui'])
  const add = useAddActivity()
  const edit = useEditActivity()
  const form = useForm<ActivityValues>({
    initialValues: activity === undefined ? blank : valuesOf(activity),
    validate: (values) => checkedBy(newActivity)(bodyOf(values)),
  })
  const save = form.onSubmit((values) => {
    const after = { onSuccess: onClose, onError: (error: Error) => showProblem(form, error) }
    const body = bodyOf(values)
    if (activity === undefined)
      add.mutate({ params: { id: programId }, body: { ...body, ...(columnId !== undefined && { columnId }) } }, after)
    else
      edit.mutate(
        {
          params: { id: activity.id },
          body: { ...body, blockedReason: orNull(values.blockedReason) },
          ifMatch: activity.version,
        },
        after,
      )
  })
  const isReadOnly = activity !== undefined && !activity.can.includes('edit')
  return (
    <Drawer
      opened
      position="right"
      onClose={onClose}
      title={activity?.title ?? t('activities:add')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form noValidate onSubmit={save}>
        <Stack gap="sm">
          <ActivityFields form={form} known={activity} isReadOnly={isReadOnly} />
          <ProblemAlert error={add.error ?? edit.error} />
          {!isReadOnly && (
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" loading={add.isPending || edit.isPending}>
                {t(activity === undefined ? 'activities:add' : 'activities:save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Drawer>
  )
}
