import type { ResourcesDashboard } from '@entente/shared/dashboards/resources/contract'
import { Anchor, NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { useFiscalYears } from '../../../resources/rates/components/use-fiscal-years.ts'
import { resourcesDashboardQuery } from '../api.ts'
import { EnvelopeTable } from './envelope-table.tsx'

type Row = ResourcesDashboard['programs'][number]
const amounts = ['approved', 'committed', 'spent'] as const

/** Envelopes of a fiscal year and what each program draws on them, in money and in staff-days. */
export const ResourcesPanel = () => {
  const { t } = useTranslation('dashboards/resources')
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const { data, error, isPending, refetch } = useQuery(resourcesDashboardQuery(search.get('year') ?? ''))
  const columns: Column<Row>[] = [
    { id: 'program', header: t('program'), isName: true, cell: (row) => row.reference ?? t('general') },
    { id: 'unit', header: t('measure'), cell: (row) => t(`unit.${row.unit}`) },
    ...amounts.map((name) => ({
      id: name,
      header: t(name),
      numeric: true,
      cell: (row: Row) => (
        <Anchor component={Link} to={row[name].href}>
          {format.quantity(row[name].value, row.unit)}
        </Anchor>
      ),
    })),
  ]
  const choose = (year: string) => setSearch({ tab: 'resources', year }, { replace: true })
  return (
    <Stack gap="md">
      <NativeSelect
        label={t('fiscalYear')}
        maw={240}
        value={String(data?.fiscalYear ?? '')}
        data={useFiscalYears()}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && <EnvelopeTable rows={data.envelopes} />}
      {data !== undefined && (
        <DataTable
          caption={t('programsCaption')}
          columns={columns}
          rows={data.programs}
          rowKey={(row) => `${row.programId ?? ''} ${row.unit}`}
        />
      )}
    </Stack>
  )
}
