import { ActionIcon, Fieldset, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import type { ActivityForm } from './use-activity-form.ts'

/** Files attached to a card; each also stands among the documents of the program. */
export const FilesField = ({ form }: { form: ActivityForm }) => {
  const { t } = useTranslation('activities')
  const { documentIds } = form.values
  const set = (ids: string[]) => form.setFieldValue('documentIds', ids)
  return (
    <Fieldset legend={t('files.title')} variant="filled">
      {documentIds.map((id) => (
        <Group key={id} gap="xs" mb={4}>
          <DocumentLink id={id} />
          <ActionIcon
            size="sm"
            aria-label={t('files.remove')}
            onClick={() => set(documentIds.filter((other) => other !== id))}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <DocumentField
        key={documentIds.length}
        label={t('files.add')}
        kind="other"
        value={null}
        onChange={(id) => id !== null && set([...documentIds, id])}
      />
    </Fieldset>
  )
}
