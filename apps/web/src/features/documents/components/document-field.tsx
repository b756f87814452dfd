import { type Document, maximumFileSize } from '@entente/shared/documents/contract'
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
  /** Whether it proves an act of one organization: that one may read it, or nobody outside. */
  isProof?: boolean
  /** Who may read it, unless the person says otherwise. */
  audience?: Readers
  /** The id of the file; empty when there is none. */
  value: string
  onChange: (documentId: string) => void
  error?: unknown
  required?: boolean
}

/** What a choice of readers says of a file: how it is handled, and who else may read it. */
const filedFor = {
  restricted: { classification: 'restricted', audience: 'internal' },
  internal: { classification: 'internal', audience: 'internal' },
  // The act that it proves opens it to its organization.
  organization: { classification: 'partner', audience: 'internal' },
  partners: { classification: 'partner', audience: 'partners' },
  public: { classification: 'public', audience: 'public' },
} as const
type Readers = keyof typeof filedFor
const proofReaders = ['restricted', 'internal', 'organization'] as const
const fileReaders = ['restricted', 'internal', 'partners', 'public'] as const

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
  const { label, kind, value, onChange, error, required = false, isProof = false } = props
  const choices = isProof ? proofReaders : fileReaders
  const { t } = useTranslation('documents')
  const language = useLocale()
  const intention = useIdempotencyKey()
  const upload = useUpload()
  const [file, setFile] = useState<File | null>(null)
  const [audience, setAudience] = useState<Readers>(props.audience ?? 'internal')

  const store = (chosen: File | null, readers: Readers) => {
    upload.reset()
    if (chosen === null || chosen.size > maximumFileSize) return onChange('')
    const idempotencyKey = intention.keyFor([chosen.name, chosen.size, chosen.lastModified, kind, readers])
    upload.mutate(
      { body: { kind, language, ...filedFor[readers], file: chosen }, idempotencyKey },
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
          data={choices.map((option) => ({ value: option, label: t(`audience.${option}`) }))}
          onChange={(event) => {
            const readers = choices.find((choice) => choice === event.currentTarget.value) ?? 'internal'
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
