import { type ReportBy, reportBy, type ResourcesReport as Report } from '@entente/shared/dashboards/reports/contract'
import { Anchor, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { resourcesReportQuery } from '../api.ts'
import { FileButtons } from './file-buttons.tsx'

type Row = Report['totals'][number] & { key: string | null; label: string }
const amounts = ['spent', 'committed', 'reserved', 'pending', 'forecast'] as const

/** An amount, leading to the rows that make it where one list holds them. */
const Figure = ({ value, href, unit }: Row['spent'] & Pick<Row, 'unit'>) => {
  const amount = useFormat().quantity(value, unit)
  return href === null ? (
    amount
  ) : (
    <Anchor component={Link} to={href}>
      {amount}
    </Anchor>
  )
}

const useColumns = (by: ReportBy): Column<Row>[] => {
  const { t } = useTranslation('dashboards/reports')
  return [
    { id: 'label', header: t(`by.${by}`), isName: true, cell: ({ label }) => label },
    { id: 'unit', header: t('measure'), cell: ({ unit }) => t(`unit.${unit}`) },
    ...amounts.map((name) => ({
      id: name,
      header: t(name),
      numeric: true,
      cell: (row: Row) => <Figure {...row[name]} unit={row.unit} />,
    })),
  ]
}

type Props = { by: ReportBy; fiscalYear: string; onGroup: (by: string) => void }

/** What is spent, committed and forecast by program, country, partner or fiscal year, now; each figure leads to its rows. */
export const ResourcesReport = ({ by, fiscalYear, onGroup }: Props) => {
  const { t } = useTranslation('dashboards/reports')
  const format = useFormat()
  const { data, error, isPending, refetch } = useQuery(resourcesReportQuery(by, fiscalYear))
  const columns = useColumns(data?.by ?? by)
  const totals = (data?.totals ?? []).map((row) => ({ ...row, key: 'total', label: t('total') }))
  const title = t('resources')
  const query = { by, ...(by !== 'fiscalYear' && { fiscalYear }) }
  return (
    <Section
      id="resources"
      title={title}
      description={data !== undefined && t('now', { at: format.dateTime(data.asOf) })}
      actions={<FileButtons report="resourcesFile" query={query} title={title} />}
    >
      <NativeSelect
        label={t('group')}
        maw={220}
        mb="sm"
        value={by}
        data={reportBy.options.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(event) => onGroup(event.currentTarget.value)}
      />
      <Text size="sm" mb="sm">
        {t('forecastIs')} {by === 'partner' && t('overlap')} {by === 'fiscalYear' && t('everyYear')}
      </Text>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <DataTable
          caption={title}
          isCaptionHidden
          columns={columns}
          rows={[...data.rows, ...totals]}
          rowKey={({ key, unit }) => `${key ?? ''} ${unit}`}
          empty={<EmptyState title={t('nothing')} />}
        />
      )}
    </Section>
  )
}
