import type { Work } from '@entente/shared/resources/ledger/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { type LedgerFilter, workQuery } from '../api.ts'

const useColumns = (): Column<Work>[] => {
  const { t } = useTranslation('resources/ledger')
  const format = useFormat()
  return [
    { id: 'person', header: t('work.person'), isName: true, cell: ({ staff }) => staff?.name ?? t('work.nobody') },
    { id: 'entries', header: t('work.entries'), numeric: true, cell: ({ entries }) => format.number(entries) },
    { id: 'days', header: t('work.days'), numeric: true, cell: ({ days }) => format.staffDays(days) },
  ]
}

/** How many staff-days each person spent, over the entries a filter keeps; nothing where none were. */
export const WorkByPerson = ({ filter }: { filter: LedgerFilter }) => {
  const { t } = useTranslation('resources/ledger')
  const format = useFormat()
  const columns = useColumns()
  const { data } = useQuery(workQuery(filter))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Section id="work" title={t('work.title')} description={t('work.total', { total: format.staffDays(data.total) })}>
      <DataTable
        caption={t('work.title')}
        isCaptionHidden
        columns={columns}
        rows={data.items}
        rowKey={({ staff }) => staff?.id ?? 'none'}
      />
    </Section>
  )
}
