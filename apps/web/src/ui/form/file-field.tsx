import { FileInput, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format/format.ts'

type Props = {
  id?: string
  label: string
  description?: string
  value: File | null
  onChange: (file: File | null) => void
  accept?: string
  maxBytes: number
  error?: unknown
  isRequired?: boolean
}

/** One file; too large a one is refused before it travels. */
export const FileField = (props: Props) => {
  const { label, description, value, onChange, maxBytes, error, isRequired = false } = props
  const { t } = useTranslation('ui')
  const format = useFormat()
  const isTooLarge = value !== null && value.size > maxBytes
  return (
    <FileInput
      {...(props.id !== undefined && { id: props.id })}
      {...(props.accept !== undefined && { accept: props.accept })}
      label={label}
      description={description ?? t('file.limit', { size: format.fileSize(maxBytes) })}
      placeholder={t('file.choose')}
      leftSection={<IconPaperclip size={16} aria-hidden />}
      clearable
      clearButtonProps={{ 'aria-label': t('file.remove') }}
      required={isRequired}
      value={value}
      onChange={onChange}
      error={
        isTooLarge
          ? t('file.tooLarge', { size: format.fileSize(value.size) })
          : typeof error === 'string'
            ? error
            : null
      }
      valueComponent={({ value: file }) =>
        file instanceof File && (
          <Text component="span" size="sm">
            {t('file.chosen', { name: file.name, size: format.fileSize(file.size) })}
          </Text>
        )
      }
    />
  )
}
