import { useTranslation } from 'react-i18next'
import { useFields } from '../../../lib/form/use-form-of.ts'
import { DocumentsField } from '../../documents/components/documents-field.tsx'
import type { ActivityForm } from './use-activity-form.ts'

/** Files attached to a card; each also stands among the documents of the program. */
export const FilesField = ({ form }: { form: ActivityForm }) => {
  const { t } = useTranslation('activities')
  const field = useFields(form, 'activities:field')
  return <DocumentsField {...field('documentIds')} legend={t('files.title')} />
}
