import { ActionIcon, Fieldset, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DocumentField } from './document-field.tsx'
import { DocumentLink } from './document-link.tsx'

type Props = { legend: string; value: readonly string[]; onChange: (ids: string[]) => void }

/** Files attached to a record, each stored as soon as it is chosen. */
export const DocumentsField = ({ legend, value, onChange }: Props) => {
  const { t } = useTranslation('documents')
  return (
    <Fieldset legend={legend} variant="filled">
      {value.map((id) => (
        <Group key={id} gap="xs" mb={4}>
          <DocumentLink id={id} />
          <ActionIcon
            size="sm"
            aria-label={t('detach')}
            onClick={() => onChange(value.filter((other) => other !== id))}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <DocumentField
        key={value.length}
        label={t('attach')}
        kind="other"
        value=""
        onChange={(id) => id !== '' && onChange([...value, id])}
      />
    </Fieldset>
  )
}
