import { type Activity, activityType, priority } from '@entente/shared/activities/contract'
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
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DecimalInput } from '../../../ui/form/decimal-input.tsx'
import { programTransferQuery } from '../../transfer/api.ts'
import { peopleQuery } from '../../users/api.ts'
import { activityBoardQuery } from '../api.ts'
import { ChecklistField } from './checklist-field.tsx'
import { FilesField } from './files-field.tsx'
import type { ActivityForm } from './use-activity-form.ts'

type Props = { form: ActivityForm; programId: string; known: Activity | undefined; isReadOnly: boolean }

/** What holds the card up: why, until when, and who was asked. */
const BlockedFields = ({ form }: { form: ActivityForm }) => {
  const { t } = useTranslation('activities')
  return (
    <Fieldset legend={t('blocked.title')} variant="filled">
      <Stack gap="xs">
        <Textarea
          label={t('blocked.reason')}
          description={t('blocked.hint')}
          autosize
          minRows={2}
          {...form.getInputProps('blockedReason')}
        />
        {form.values.blockedReason.trim() !== '' && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('blocked.asked')} {...form.getInputProps('blockedAsked')} />
            <TextInput type="date" label={t('blocked.until')} {...form.getInputProps('blockedUntil')} />
          </SimpleGrid>
        )}
      </Stack>
    </Fieldset>
  )
}

const WorkFields = ({ form, programId, known }: Omit<Props, 'isReadOnly'>) => {
  const { t } = useTranslation('activities')
  const people = useQuery(peopleQuery)
  const transfer = useQuery(programTransferQuery(programId))
  const named = (people.data ?? known?.assignees ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const objectives = transfer.data?.objectives.map(({ id, competence }) => ({ value: id, label: competence })) ?? []
  return (
    <>
      <MultiSelect label={t('field.assignees')} searchable data={named} {...form.getInputProps('assigneeIds')} />
      <TagsInput label={t('field.labels')} description={t('field.labelsHint')} {...form.getInputProps('labels')} />
      <SimpleGrid cols={2}>
        <DecimalInput
          label={t('field.estimate')}
          value={form.values.estimate}
          onChange={(value) => form.setFieldValue('estimate', value)}
          error={form.errors['estimate']}
        />
        <DecimalInput
          label={t('field.spent')}
          value={form.values.spent}
          onChange={(value) => form.setFieldValue('spent', value)}
          error={form.errors['spent']}
        />
      </SimpleGrid>
      <NativeSelect
        label={t('field.objective')}
        data={[{ value: '', label: t('field.noObjective') }, ...objectives]}
        {...form.getInputProps('objectiveId')}
      />
    </>
  )
}

/** The activities that must be done first. The server refuses a circle. */
const AfterField = ({ form, programId, known }: Omit<Props, 'isReadOnly'>) => {
  const { t } = useTranslation('activities')
  const { data: board } = useQuery(activityBoardQuery(programId))
  const others = board?.columns.flatMap(({ cards }) => cards) ?? []
  const named = new Map([
    ...(known?.after ?? []).map(({ id, label }) => [id, label] as const),
    ...others.map(({ id, title }) => [id, title] as const),
  ])
  if (known !== undefined) named.delete(known.id)
  const refusal = form.values.afterIds.map((_, place) => form.errors[`afterIds.${place}`]).find(Boolean)
  return (
    <MultiSelect
      label={t('field.after')}
      description={t('field.afterHint')}
      searchable
      data={[...named].map(([value, label]) => ({ value, label }))}
      {...form.getInputProps('afterIds')}
      error={form.errors['afterIds'] ?? refusal}
    />
  )
}

/** What is said of an activity; what blocks it can be said once it exists. */
export const ActivityFields = ({ form, programId, known, isReadOnly }: Props) => {
  const { t } = useTranslation('activities')
  return (
    <Fieldset variant="unstyled" disabled={isReadOnly}>
      <Stack gap="sm">
        <TextInput label={t('field.title')} required {...form.getInputProps('title')} />
        <SimpleGrid cols={2}>
          <NativeSelect
            label={t('field.type')}
            data={activityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
            {...form.getInputProps('type')}
          />
          <NativeSelect
            label={t('field.priority')}
            data={priority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
            {...form.getInputProps('priority')}
          />
          <TextInput type="date" label={t('field.startsOn')} {...form.getInputProps('startsOn')} />
          <TextInput type="date" label={t('field.dueOn')} {...form.getInputProps('dueOn')} />
        </SimpleGrid>
        <Textarea label={t('field.description')} autosize minRows={3} {...form.getInputProps('description')} />
        <AfterField form={form} programId={programId} known={known} />
        <WorkFields form={form} programId={programId} known={known} />
        <Checkbox
          label={t('milestone')}
          description={t('field.milestoneHint')}
          {...form.getInputProps('milestone', { type: 'checkbox' })}
        />
        <ChecklistField form={form} />
        {known !== undefined && <BlockedFields form={form} />}
        <FilesField form={form} />
      </Stack>
    </Fieldset>
  )
}
