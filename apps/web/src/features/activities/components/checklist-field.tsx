import { ActionIcon, Button, Checkbox, Fieldset, Group, Progress, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ActivityForm } from './use-activity-form.ts'
import { useFields } from '../../../lib/form/use-form-of.ts'

/** Small steps that are ticked off. */
export const ChecklistField = ({ form }: { form: ActivityForm }) => {
  const { t } = useTranslation('activities')
  const field = useFields(form, 'activities:')
  const { checklist } = form.values
  const done = checklist.filter((item) => item.done).length
  return (
    <Fieldset legend={t('checklist.title')} variant="filled">
      {checklist.length > 0 && (
        <Progress value={(done / checklist.length) * 100} size="xs" mb="xs" aria-label={t('checklist.progress')} />
      )}
      {checklist.map((item, index) => {
        const name = t('checklist.item', { number: index + 1 })
        return (
          <Group key={index} gap="xs" mb={4} wrap="nowrap" align="flex-start">
            <Checkbox
              {...field(`checklist.${index}.done`, '')}
              mt={8}
              aria-label={t('checklist.done', { name: item.text || name })}
            />
            <TextInput {...field(`checklist.${index}.text`, '')} style={{ flex: 1 }} aria-label={name} />
            <ActionIcon
              mt={4}
              aria-label={t('checklist.remove', { name: item.text || name })}
              onClick={() => form.removeListItem('checklist', index)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        )
      })}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => form.insertListItem('checklist', { text: '', done: false })}
      >
        {t('checklist.add')}
      </Button>
    </Fieldset>
  )
}
