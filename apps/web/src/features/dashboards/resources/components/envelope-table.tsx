import type { ResourcesDashboard } from '@entente/shared/dashboards/resources/contract'
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EnvelopeBar } from '../../../resources/envelopes/components/envelope-bar.tsx'
import { useEnvelopeName } from '../../../resources/envelopes/components/use-envelope-name.ts'

type Row = ResourcesDashboard['envelopes'][number]
const amounts = ['ceiling', 'reserved', 'committed', 'spent', 'available'] as const

/** Envelopes with their four amounts and what is left; each figure leads to its ledger entries. */
export const EnvelopeTable = ({ rows }: { rows: Row[] }) => {
  const { t } = useTranslation('dashboards/resources')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const columns: Column<Row>[] = [
    {
      id: 'envelope',
      header: t('envelope'),
      isName: true,
      cell: nameOf,
    },
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
    {
      id: 'bar',
      header: t('use'),
      cell: (row) => (
        <EnvelopeBar
          ceiling={row.ceiling.value}
          spent={row.spent.value}
          committed={row.committed.value}
          reserved={row.reserved.value}
          unit={row.unit}
          compact
        />
      ),
    },
  ]
  return <DataTable caption={t('envelopesCaption')} columns={columns} rows={rows} rowKey={(row) => row.id} />
}
