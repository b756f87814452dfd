import type { Analysis } from '@entente/shared/analyses/contract'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { paths } from '../../../paths.ts'
import { BilingualText } from '../../../ui/display/bilingual-text.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { AnalysisState } from './analysis-state.tsx'

type Props = { caption: string; rows: readonly Analysis[]; empty: ReactNode }

const hrefOf = ({ programId, number, can }: Analysis) =>
  `${paths.programAnalysis.href(programId)}?version=${number}${can.includes('approve') ? '#review' : ''}`

/** Versions of analyses with their program, their writer and where they stand. */
export const AnalysisTable = ({ caption, rows, empty }: Props) => {
  const { t } = useTranslation('analyses')
  const format = useFormat()
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'program',
          header: t('column.program'),
          isName: true,
          cell: (row) => (
            <>
              <Link to={hrefOf(row)}>{t('versionOf', { reference: row.programReference, number: row.number })}</Link>
              <Text component="div" size="sm" fw={400}>
                <BilingualText value={row.programTitle} />
              </Text>
            </>
          ),
        },
        { id: 'author', header: t('column.author'), cell: ({ author }) => author.name },
        {
          id: 'since',
          header: t('column.since'),
          numeric: true,
          cell: ({ reviewedAt, submittedAt, createdAt }) => format.date(reviewedAt ?? submittedAt ?? createdAt),
        },
        {
          id: 'valid',
          header: t('column.validUntil'),
          numeric: true,
          cell: ({ validUntil }) => (validUntil === null ? '–' : format.day(validUntil)),
        },
        { id: 'state', header: t('column.state'), cell: ({ state }) => <AnalysisState state={state} /> },
      ]}
    />
  )
}
