import { useTranslation } from 'react-i18next'
import { DocumentsField } from '../../documents/components/documents-field.tsx'
import type { ActivityForm } from './use-activity-form.ts'

/** Files attached to a card; each also stands among the documents of the program. */
export const FilesField = ({ form }: { form: ActivityForm }) => {
  const { t } = useTranslation('activities')
  return (
    <DocumentsField
      legend={t('files.title')}
      value={form.values.documentIds}
      onChange={(ids) => form.setFieldValue('documentIds', ids)}
    />
  )
}
