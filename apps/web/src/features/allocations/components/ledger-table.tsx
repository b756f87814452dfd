import type { Envelope, LedgerEntry } from '@entente/shared/allocations/ledger-contract'
import { minus, sum } from '@entente/shared/kernel/money'
import { Button, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconReceipt2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PanelSkeleton } from '../../../ui/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { type LedgerFilter, ledgerQuery, referencesQuery } from '../api.ts'
import { DocumentLink } from '../../documents/components/document-link.tsx'

type Row = LedgerEntry & { availableAfter: string | null }

/** What stays available after each entry: a reservation takes, a release gives back, the rest moves inside. */
const running = (entries: readonly LedgerEntry[], envelope: Envelope | null): Row[] => {
  let available = envelope?.ceiling ?? null
  return entries.map((entry) => {
    if (available !== null && entry.kind === 'reservation') available = minus(available, entry.amount)
    if (available !== null && entry.kind === 'release') available = sum([available, entry.amount])
    return { ...entry, availableAfter: available }
  })
}

const Concerned = ({ row }: { row: Row }) => {
  const { t } = useTranslation('allocations')
  const { data: references = {} } = useQuery(referencesQuery())
  const reference = row.programId === null ? t('general') : (references[row.programId] ?? t('ledger.program'))
  return (
    <>
      {row.allocationId === null ? (
        reference
      ) : (
        <Link to={`${paths.allocations.href()}?allocation=${row.allocationId}`}>{reference}</Link>
      )}
      {row.documentId !== null && (
        <div>
          <DocumentLink id={row.documentId} />
        </div>
      )}
    </>
  )
}

const useColumns = (hasBalance: boolean): Column<Row>[] => {
  const { t } = useTranslation('allocations')
  const format = useFormat()
  const says = (row: Row) => t(`entry.says.${row.kind}${row.releasedFrom === 'committed' ? 'Committed' : ''}`)
  return [
    { id: 'on', header: t('ledger.on'), cell: (row) => <time dateTime={row.on}>{format.day(row.on)}</time> },
    {
      id: 'kind',
      header: t('ledger.kind'),
      isName: true,
      cell: (row) => (
        <>
          {t(`entry.${row.kind}`)}
          <Text component="div" size="xs" c="dimmed" fw={400}>
            {says(row)}
          </Text>
        </>
      ),
    },
    { id: 'for', header: t('ledger.for'), cell: (row) => <Concerned row={row} /> },
    { id: 'by', header: t('ledger.by'), cell: (row) => row.by.name },
    { id: 'amount', header: t('ledger.amount'), numeric: true, cell: (row) => format.quantity(row.amount, row.unit) },
    ...(hasBalance
      ? [
          {
            id: 'available',
            header: t('ledger.available'),
            numeric: true,
            cell: (row: Row) => (row.availableAfter === null ? '–' : format.quantity(row.availableAfter, row.unit)),
          },
        ]
      : []),
  ]
}

type Props = { filter: LedgerFilter; caption: string; envelope?: Envelope | null; isCaptionHidden?: boolean }

/** Entries of the ledger in the order they were made, each with what it did. */
export const LedgerTable = ({ filter, caption, envelope = null, isCaptionHidden = false }: Props) => {
  const { t } = useTranslation('allocations')
  const list = useInfiniteQuery(ledgerQuery(filter))
  const columns = useColumns(envelope !== null)
  const rows = running(list.data?.pages.flatMap(({ items }) => items) ?? [], envelope)
  return (
    <>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <PanelSkeleton />}
      {list.data !== undefined && (
        <DataTable
          caption={caption}
          isCaptionHidden={isCaptionHidden}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={IconReceipt2} title={t('ledger.empty')} />}
        />
      )}
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
