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
import { useFields } from '../../../lib/form/use-form-of.ts'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
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
  const field = useFields(form, 'activities:')
  return (
    <Fieldset legend={t('blocked.title')} variant="filled">
      <Stack gap="xs">
        <Textarea {...field('blocked.reason')} description={t('blocked.hint')} autosize minRows={2} />
        {form.values.blocked.reason.trim() !== '' && (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...field('blocked.asked')} />
            <TextInput {...field('blocked.expectedOn')} type="date" />
          </SimpleGrid>
        )}
      </Stack>
    </Fieldset>
  )
}

const WorkFields = ({ form, programId, known }: Omit<Props, 'isReadOnly'>) => {
  const { t } = useTranslation('activities')
  const field = useFields(form, 'activities:field')
  const people = useQuery(peopleQuery)
  const transfer = useQuery(programTransferQuery(programId))
  const named = (people.data ?? known?.assignees ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const objectives = transfer.data?.objectives.map(({ id, competence }) => ({ value: id, label: competence })) ?? []
  return (
    <>
      <MultiSelect {...field('assigneeIds')} searchable data={named} />
      <TagsInput {...field('labels')} description={t('field.labelsHint')} />
      <SimpleGrid cols={2}>
        <DecimalInput {...field('estimate')} />
        <DecimalInput {...field('spent')} />
      </SimpleGrid>
      <NativeSelect {...field('objectiveId')} data={[{ value: '', label: t('field.noObjective') }, ...objectives]} />
    </>
  )
}

/** The activities that must be done first. The server refuses a circle. */
const AfterField = ({ form, programId, known }: Omit<Props, 'isReadOnly'>) => {
  const { t } = useTranslation('activities')
  const field = useFields(form, 'activities:field')
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
      {...field('afterIds')}
      description={t('field.afterHint')}
      searchable
      data={[...named].map(([value, label]) => ({ value, label }))}
      error={form.errors['afterIds'] ?? refusal}
    />
  )
}

/** What is said of an activity; what blocks it can be said once it exists. */
export const ActivityFields = ({ form, programId, known, isReadOnly }: Props) => {
  const { t } = useTranslation('activities')
  const field = useFields(form, 'activities:field')
  return (
    <Fieldset variant="unstyled" disabled={isReadOnly}>
      <Stack gap="sm">
        <TextInput {...field('title')} />
        <SimpleGrid cols={2}>
          <NativeSelect
            {...field('type')}
            data={activityType.options.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
          <NativeSelect
            {...field('priority')}
            data={priority.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
          />
          <TextInput {...field('startsOn')} type="date" />
          <TextInput {...field('dueOn')} type="date" />
        </SimpleGrid>
        <Textarea {...field('description')} autosize minRows={3} />
        <AfterField form={form} programId={programId} known={known} />
        <WorkFields form={form} programId={programId} known={known} />
        <Checkbox {...field('milestone')} description={t('field.milestoneHint')} />
        <BilingualInput
          {...field('partnerTitle')}
          description={t('field.partnerTitleHint')}
          required={false}
          isDisabled={isReadOnly}
        />
        <ChecklistField form={form} />
        {known !== undefined && <BlockedFields form={form} />}
        <FilesField form={form} />
      </Stack>
    </Fieldset>
  )
}
