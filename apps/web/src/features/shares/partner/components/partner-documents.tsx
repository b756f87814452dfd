import type { PartnerView } from '@entente/shared/shares/partner/contract'
import { Anchor, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../../lib/api/download.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { passwordHeader } from '../api.ts'

type Files = NonNullable<PartnerView['documents']>
type Props = { documents: Files; password: string }

/** Files one may read; behind a password they are fetched with it. */
export const PartnerDocuments = ({ documents, password }: Props) => {
  const { t } = useTranslation(['shares/partner', 'documents'])
  const format = useFormat()
  const fetchFile = useMutation({
    mutationFn: ({ href, name }: Files[number]) => download(href, name, passwordHeader(password)),
  })
  return (
    <>
      <ProblemAlert error={fetchFile.error} onClose={fetchFile.reset} />
      <DataTable
        caption={t('shares/partner:part.documents')}
        isCaptionHidden
        rows={documents}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('shares/partner:none.documents')} />}
        columns={[
          {
            id: 'name',
            header: t('shares/partner:document.name'),
            isName: true,
            cell: (file) =>
              password === '' ? (
                <Anchor href={file.href} download>
                  {file.name}
                </Anchor>
              ) : (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  leftSection={<IconDownload size={14} aria-hidden />}
                  onClick={() => fetchFile.mutate(file)}
                >
                  {file.name}
                </Button>
              ),
          },
          { id: 'kind', header: t('shares/partner:document.kind'), cell: ({ kind }) => t(`documents:kind.${kind}`) },
          {
            id: 'language',
            header: t('shares/partner:document.language'),
            cell: ({ language }) => format.language(language),
          },
          {
            id: 'size',
            header: t('shares/partner:document.size'),
            numeric: true,
            cell: ({ size }) => format.fileSize(size),
          },
        ]}
      />
    </>
  )
}
