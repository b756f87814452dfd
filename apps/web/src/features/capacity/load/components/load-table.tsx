import type { LoadCell, LoadMap } from '@entente/shared/capacity/load/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { TableAlternative } from '../../../../ui/table/table-alternative.tsx'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

type Row = LoadCell & { id: string; name: string; period: { from: string; to: string } }

const isTelling = ({ firm, asked, capacity }: LoadCell) => Number(firm) + Number(asked) > 0 || Number(capacity) === 0

/** What the heat map draws, as rows: every period in which someone is booked or cannot be. */
export const LoadTable = ({ data, by }: { data: LoadMap; by: 'person' | 'profile' }) => {
  const { t } = useTranslation('capacity/load')
  const format = useFormat()
  const daysWords = useDaysWords()
  const named =
    by === 'profile'
      ? data.profiles.map(({ profile, cells }) => ({ id: profile, name: profile, cells }))
      : data.people.map(({ staff, cells }) => ({ id: staff.id, name: staff.name, cells }))
  const rows: Row[] = named.flatMap(({ id, name, cells }) =>
    cells.flatMap((cell, at) => {
      const period = data.periods[at]
      return period !== undefined && isTelling(cell) ? [{ ...cell, id: `${id} ${period.from}`, name, period }] : []
    }),
  )
  const columns: Column<Row>[] = [
    { id: 'name', header: t(`load.byWhat.${by}`), isName: true, cell: ({ name }) => name },
    { id: 'period', header: t('period'), cell: ({ period }) => daysWords(period) },
    ...(['capacity', 'firm', 'asked'] as const).map((id) => ({
      id,
      header: t(`figure.${id}`),
      numeric: true,
      cell: (row: Row) => format.staffDays(row[id]),
    })),
    {
      id: 'load',
      header: t('figure.load'),
      numeric: true,
      cell: ({ load, isOver }) =>
        isOver ? (
          <StatusBadge kind="over">{t('over')}</StatusBadge>
        ) : load === null ? (
          t('closed')
        ) : (
          format.percent(load / 100)
        ),
    },
  ]
  return (
    <TableAlternative>
      <DataTable caption={t('load.table')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </TableAlternative>
  )
}
