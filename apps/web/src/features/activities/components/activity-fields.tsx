import { type Activity, activityType } from '@entente/shared/activities/contract'
import {
  Checkbox,
  Fieldset,
  MultiSelect,
  NativeSelect,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../../users/api.ts'

export type ActivityValues = Pick<Activity, 'title' | 'type' | 'description' | 'labels' | 'milestone'> & {
  startsOn: string
  dueOn: string
  assigneeIds: string[]
  blockedReason: string
}

type Props = { form: UseFormReturnType<ActivityValues>; known: Activity | undefined; isReadOnly: boolean }

/** What is said of an activity; what blocks it can be said once it exists. */
export const ActivityFields = ({ form, known, isReadOnly }: Props) => {
  const { t } = useTranslation('activities')
  const people = useQuery(peopleQuery)
  const named = (people.data ?? known?.assignees ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fieldset variant="unstyled" disabled={isReadOnly}>
      <Stack gap="sm">
        <TextInput label={t('field.title')} required {...form.getInputProps('title')} />
        <NativeSelect
          label={t('field.type')}
          data={activityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
          {...form.getInputProps('type')}
        />
        <Textarea label={t('field.description')} autosize minRows={3} {...form.getInputProps('description')} />
        <SimpleGrid cols={2}>
          <TextInput type="date" label={t('field.startsOn')} {...form.getInputProps('startsOn')} />
          <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
        </SimpleGrid>
        <MultiSelect label={t('field.assignees')} searchable data={named} {...form.getInputProps('assigneeIds')} />
        <TagsInput label={t('field.labels')} description={t('field.labelsHint')} {...form.getInputProps('labels')} />
        <Checkbox
          label={t('milestone')}
          description={t('field.milestoneHint')}
          {...form.getInputProps('milestone', { type: 'checkbox' })}
        />
        {known !== undefined && (
          <Textarea
            label={t('field.blocked')}
            description={t('field.blockedHint')}
            autosize
            minRows={2}
            {...form.getInputProps('blockedReason')}
          />
        )}
      </Stack>
    </Fieldset>
  )
}
