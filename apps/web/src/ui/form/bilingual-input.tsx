import { Fieldset, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../feedback/status-badge.tsx'

type Props = {
  id?: string
  label: string
  description?: string
  value: { fr: string; en: string }
  onChange: (value: { fr: string; en: string }) => void
  onBlur?: () => void
  errors?: { fr?: unknown; en?: unknown }
  isLong?: boolean
  required?: boolean
  isDisabled?: boolean
}

const messageOf = (error: unknown) => (typeof error === 'string' ? error : null)

/** What need not be written at all lacks a translation only once it is. */
const lacksEnglish = ({ fr, en }: Props['value'], required: boolean) =>
  en.trim() === '' && (required || fr.trim() !== '')

/** Content in both languages: French is the source, English may follow; an absent translation says so. */
export const BilingualInput = (props: Props) => {
  const { id, label, description, value, onChange, onBlur, errors = {}, isLong = false, required = true } = props
  const { t } = useTranslation('ui')
  const Field = isLong ? Textarea : TextInput
  const shared = {
    disabled: props.isDisabled ?? false,
    // What is said of a field stands below it, so that the two stay side by side.
    inputWrapperOrder: ['label', 'input', 'description', 'error'] satisfies (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    ...(isLong && { autosize: true, minRows: 3 }),
    ...(onBlur && { onBlur }),
  }
  return (
    <Fieldset legend={label} variant="unstyled" {...(id !== undefined && { id })}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
        <Field
          {...shared}
          label={t('bilingual.fr')}
          lang="fr"
          {...(description !== undefined && { description })}
          required={required}
          value={value.fr}
          error={messageOf(errors.fr)}
          onChange={(event) => onChange({ ...value, fr: event.currentTarget.value })}
        />
        <Field
          {...shared}
          label={t('bilingual.en')}
          lang="en"
          {...(lacksEnglish(value, required) && {
            description: <StatusBadge kind="waiting">{t('bilingual.absent')}</StatusBadge>,
          })}
          value={value.en}
          error={messageOf(errors.en)}
          onChange={(event) => onChange({ ...value, en: event.currentTarget.value })}
        />
      </SimpleGrid>
    </Fieldset>
  )
}
