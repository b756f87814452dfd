import { type Document, documents } from '@entente/shared/documents/contract'
import { audiencesOf } from '@entente/shared/documents/options'
import { MultiSelect, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { organizationsQuery } from '../../organizations/api.ts'
import { useRelease } from '../api.ts'

type Props = { document: Document; onClose: () => void }

/** Who may read a file beside the institution, as far as its classification admits. */
export const ReleaseDialog = ({ document: shown, onClose }: Props) => {
  const [document] = useState(shown)
  const { t } = useTranslation('documents')
  const format = useFormat()
  const { data: organizations = [] } = useQuery(organizationsQuery)
  const release = useRelease()
  const form = useFormOf(documents.release, {
    of: document,
    sent: ({ audience, organizationIds }) => ({ organizationIds: audience === 'organizations' ? organizationIds : [] }),
  })
  const field = useFields(form, 'documents:release')
  return (
    <FormDialog
      form={form}
      command={release}
      request={(body) => ({ params: { id: document.id }, body, ifMatch: document.version })}
      title={t('release.title', { name: document.name })}
      action={t('release.save')}
      onClose={onClose}
    >
      <NativeSelect
        {...field('audience')}
        data={audiencesOf[document.classification].map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      {form.values.audience === 'organizations' && (
        <MultiSelect
          {...field('organizationIds')}
          searchable
          data={organizations.map(({ id, acronym, name }) => ({ value: id, label: acronym ?? format.text(name) }))}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('release.note', { classification: t(`classification.${document.classification}`) })}
      </Text>
    </FormDialog>
  )
}
