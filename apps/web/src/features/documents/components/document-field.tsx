import { classification, type Document, maximumFileSize } from '@entente/shared/documents/contract'
import { NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIdempotencyKey } from '../../../lib/api/use-idempotency-key.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { FileField } from '../../../ui/form/file-field.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useUpload } from '../api.ts'
import { DocumentLink } from './document-link.tsx'

type Props = {
  id?: string
  label: string
  kind: Document['kind']
  /** Who may read it, unless the person says otherwise. */
  audience?: Document['classification']
  /** The id of the file; empty when there is none. */
  value: string
  onChange: (documentId: string) => void
  error?: unknown
  required?: boolean
}

type KeptProps = { id: string; isPending: boolean; isNew: boolean }

/** Whether the file is kept, or which one is. */
const Kept = ({ id, isPending, isNew }: KeptProps) => {
  const { t } = useTranslation('documents')
  if (isPending) return <Text size="xs">{t('storing')}</Text>
  if (id === '') return null
  return isNew ? <StatusBadge kind="proven">{t('stored')}</StatusBadge> : <DocumentLink id={id} />
}

/** A file that is stored as soon as it is chosen; the form keeps its id. */
export const DocumentField = (props: Props) => {
  const { label, kind, value, onChange, error, required = false } = props
  const { t } = useTranslation('documents')
  const language = useLocale()
  const intention = useIdempotencyKey()
  const upload = useUpload()
  const [file, setFile] = useState<File | null>(null)
  const [audience, setAudience] = useState(props.audience ?? 'internal')

  const store = (chosen: File | null, readers: Document['classification']) => {
    upload.reset()
    if (chosen === null || chosen.size > maximumFileSize) return onChange('')
    const idempotencyKey = intention.keyFor([chosen.name, chosen.size, chosen.lastModified, kind, readers])
    upload.mutate(
      { body: { kind, language, classification: readers, file: chosen }, idempotencyKey },
      {
        onSuccess: (document) => onChange(document.id),
        // A refused file is not kept, and does not look as if it were.
        onError: () => setFile(null),
      },
    )
  }

  const refused = value === '' && Boolean(error) ? t('required') : error
  const shown = upload.isPending ? undefined : refused

  return (
    <Stack gap={4}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <FileField
          {...(props.id !== undefined && { id: props.id })}
          label={label}
          value={file}
          onChange={(chosen) => {
            setFile(chosen)
            store(chosen, audience)
          }}
          maxBytes={maximumFileSize}
          error={shown}
          isRequired={required}
        />
        <NativeSelect
          label={t('audience.label')}
          description={t(`readers.${audience}`)}
          value={audience}
          data={classification.options.map((option) => ({ value: option, label: t(`audience.${option}`) }))}
          onChange={(event) => {
            const readers = classification.parse(event.currentTarget.value)
            setAudience(readers)
            if (file !== null) store(file, readers)
          }}
        />
      </SimpleGrid>
      <Kept id={value} isPending={upload.isPending} isNew={file !== null} />
      <ProblemAlert error={upload.error} />
    </Stack>
  )
}
