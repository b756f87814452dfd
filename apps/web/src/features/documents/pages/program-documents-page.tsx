import { type Document, documentContentPath } from '@entente/shared/documents/contract'
import { Anchor } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconPaperclip } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { organizationsQuery } from '../../organizations/api.ts'
import { paths } from '../../../paths.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../ui/page/link-button.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { programDocumentsQuery } from '../api.ts'

const ReleaseDialog = lazy(async () => ({ default: (await import('../components/release-dialog.tsx')).ReleaseDialog }))

/** The readers of a file in words: the organizations by name. */
const useReaders = () => {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const { data: organizations = [] } = useQuery(organizationsQuery)
  const nameOf = (id: string) => {
    const found = organizations.find((organization) => organization.id === id)
    return found === undefined ? '—' : (found.acronym ?? format.text(found.name))
  }
  return ({ audience, classification, organizationIds }: Document) => {
    if (audience === 'organizations') return format.list(organizationIds.map(nameOf))
    return t(`audience.${classification === 'restricted' ? classification : audience}`)
  }
}

const useColumns = (onRelease: (file: Document) => void): Column<Document>[] => {
  const readersOf = useReaders()
  const { t } = useTranslation('documents')
  const format = useFormat()
  return [
    {
      id: 'name',
      header: t('column.name'),
      isName: true,
      cell: (row) => (
        <Anchor href={documentContentPath(row.id)} download size="sm">
          {row.name}
        </Anchor>
      ),
    },
    { id: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    { id: 'audience', header: t('audience.label'), cell: readersOf },
    { id: 'language', header: t('column.language'), cell: (row) => format.language(row.language) },
    { id: 'size', header: t('column.size'), numeric: true, cell: (row) => format.fileSize(row.size) },
    { id: 'by', header: t('column.by'), cell: (row) => row.uploadedBy.name },
    { id: 'at', header: t('column.at'), numeric: true, cell: (row) => format.dateTime(row.uploadedAt) },
    {
      id: 'release',
      header: t('release.action'),
      cell: (row) => (
        <ActionButton of={row} to="release" size="compact-sm" variant="subtle" onClick={() => onRelease(row)}>
          {t('release.action')}
        </ActionButton>
      ),
    },
  ]
}

/** The files of a program, each where it is cited and ready to be opened. */
export const ProgramDocumentsPage = () => {
  const { t } = useTranslation('documents')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(programDocumentsQuery(id))
  const [released, setReleased] = useState<Document | null>(null)
  const columns = useColumns(setReleased)
  return (
    <Section id="documents" title={t('title')} description={t('description')}>
      <DataTable
        caption={t('caption')}
        isCaptionHidden
        columns={columns}
        rows={data.items}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon={IconPaperclip}
            title={t('empty.title')}
            action={<LinkButton to={paths.programRequest.href(id)}>{t('empty.action')}</LinkButton>}
          >
            {t('empty.detail')}
          </EmptyState>
        }
      />
      {released !== null && (
        <Suspense>
          <ReleaseDialog document={released} onClose={() => setReleased(null)} />
        </Suspense>
      )}
    </Section>
  )
}
