import type { YearEnd } from '@entente/shared/resources/envelopes/year-end-contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { useEnvelopeName } from './use-envelope-name.ts'

type Item = YearEnd['items'][number]
const amounts = ['ceiling', 'spent', 'committed', 'reserved', 'proposed', 'left'] as const

/** The envelopes of a year that ends: what is left of each, what stays with the year, and where the rest would go. */
export const YearEndTable = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const ledgerOf = (id: string) => `${paths.ledger.href()}?envelopeId=${id}`
  const columns: Column<Item>[] = [
    {
      id: 'envelope',
      header: t('yearEnd.envelope'),
      isName: true,
      cell: ({ envelope }) => <Link to={ledgerOf(envelope.id)}>{nameOf(envelope)}</Link>,
    },
    ...amounts.map((name) => ({
      id: name,
      header: t(`yearEnd.${name}`),
      numeric: true,
      cell: (item: Item) => format.quantity(item[name], item.envelope.unit),
    })),
    {
      id: 'to',
      header: t('yearEnd.to'),
      cell: ({ to }) =>
        to === null ? (
          <Text size="sm" c="dimmed">
            {t('yearEnd.noNext')}
          </Text>
        ) : (
          <Link to={ledgerOf(to.id)}>{nameOf(to)}</Link>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('yearEnd.preview')}
      isCaptionHidden
      columns={columns}
      rows={items}
      rowKey={({ envelope }) => envelope.id}
      empty={<Text c="dimmed">{t('envelope.none')}</Text>}
    />
  )
}
