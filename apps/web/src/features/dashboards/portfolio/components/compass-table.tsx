import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import { principles } from '@entente/shared/programs/workflow'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge, type StatusKind } from '../../../../ui/feedback/status-badge.tsx'
import { CompassSplit } from './compass-split.tsx'

type Row = PortfolioDashboard['compass'][number]

const names: Record<number, { name: { fr: string; en: string } }> = principles

/** The compass of the whole portfolio: programs by principle and state, each count a link to its rows. */
export const CompassTable = ({ rows }: { rows: Row[] }) => {
  const { t } = useTranslation('dashboards/portfolio')
  const locale = useLocale()
  const figure = (kind: StatusKind, cell: Row['proven']) => (
    <Anchor component={Link} to={cell.href}>
      <StatusBadge kind={kind} plain>
        {cell.value}
      </StatusBadge>
    </Anchor>
  )
  const columns: Column<Row>[] = [
    {
      id: 'principle',
      header: t('principle'),
      isName: true,
      cell: (row) => `${row.principle} · ${names[row.principle]?.name[locale] ?? ''}`,
    },
    { id: 'split', header: t('split'), cell: (row) => <CompassSplit row={row} /> },
    { id: 'proven', header: t('proven'), numeric: true, cell: (row) => figure('proven', row.proven) },
    { id: 'kept', header: t('kept'), numeric: true, cell: (row) => figure('proven', row.kept) },
    { id: 'waived', header: t('waived'), numeric: true, cell: (row) => figure('waiting', row.waived) },
    { id: 'broken', header: t('broken'), numeric: true, cell: (row) => figure('blocked', row.broken) },
    { id: 'notYet', header: t('notYet'), numeric: true, cell: (row) => figure('neutral', row.notYet) },
  ]
  return (
    <DataTable caption={t('compassCaption')} columns={columns} rows={rows} rowKey={(row) => String(row.principle)} />
  )
}
