import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { minus } from '@entente/shared/kernel/money'
import { Button, Group, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconReceipt2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { type LedgerFilter, ledgerQuery, referencesQuery } from '../api.ts'
import { DocumentLink } from '../../../documents/components/document-link.tsx'
import { ConvertedNote } from '../../rates/components/converted-note.tsx'
import { Period } from '../../requests/components/period.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'

type Row = LedgerEntry & { availableAfter: string | null }

/** What an entry takes from what is available: a reservation does, a release gives back, a reversal does the contrary. */
const takenBy = ({ kind, amount, reverses }: LedgerEntry): string => {
  const sign = kind === 'reversal' ? -1 : 1
  const takes = { reservation: 1, release: -1 }[reverses?.kind ?? (kind as string)] ?? 0
  return sign * takes === 0 ? '0' : sign * takes > 0 ? amount : minus('0', amount)
}

/** What stays available after each entry, of the ceiling of today. */
const running = (entries: readonly LedgerEntry[], envelope: Envelope | null): Row[] => {
  let available = envelope?.ceiling ?? null
  return entries.map((entry) => {
    if (available !== null) available = minus(available, takenBy(entry))
    return { ...entry, availableAfter: available }
  })
}

const Concerned = ({ row }: { row: Row }) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const { data: references = {} } = useQuery(referencesQuery())
  if (row.direction !== null) return '–'
  const reference = row.programId === null ? t('general') : (references[row.programId] ?? t('ledger.program'))
  return (
    <>
      {row.allocationId === null ? (
        reference
      ) : (
        <Link to={`${paths.allocations.href()}?allocation=${row.allocationId}`}>{reference}</Link>
      )}
      {row.staff !== null && (
        <Text component="div" size="sm">
          {row.staff.name}
          {row.from !== null && (
            <>
              {' · '}
              <Period from={row.from} to={row.on} />
            </>
          )}
        </Text>
      )}
      {row.documentId !== null && (
        <div>
          <DocumentLink id={row.documentId} />
        </div>
      )}
    </>
  )
}

const sideOf = ({ direction }: LedgerEntry) => (direction === null ? '' : direction === 'in' ? 'In' : 'Out')

const Kind = ({ row, onReverse }: { row: Row; onReverse: (entry: LedgerEntry) => void }) => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const { kind, reverses, reversedById, reason } = row
  const says = t(`entry.says.${kind}${row.releasedFrom === 'committed' ? 'Committed' : ''}${sideOf(row)}`, {
    entry: reverses === null ? '' : t(`entry.${reverses.kind}`),
  })
  return (
    <div>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        {t(`entry.${kind}`)}
        {reversedById !== null && <StatusBadge kind="neutral">{t('entry.reversed')}</StatusBadge>}
        <ActionButton
          of={row}
          to="reverse"
          variant="subtle"
          size="compact-xs"
          aria-label={t('entry.reverseOf', { entry: t(`entry.${kind}`) })}
          onClick={() => onReverse(row)}
        >
          {t('entry.reverse')}
        </ActionButton>
      </Group>
      <Text component="div" size="xs" c="dimmed" fw={400}>
        {says}
        {reason !== null && ` · ${reason}`}
      </Text>
    </div>
  )
}

const useColumns = (hasBalance: boolean, onReverse: (entry: LedgerEntry) => void): Column<Row>[] => {
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const format = useFormat()
  return [
    { id: 'on', header: t('ledger.on'), cell: (row) => <time dateTime={row.on}>{format.day(row.on)}</time> },
    {
      id: 'kind',
      header: t('ledger.kind'),
      isName: true,
      cell: (row) => <Kind row={row} onReverse={onReverse} />,
    },
    { id: 'for', header: t('ledger.for'), cell: (row) => <Concerned row={row} /> },
    { id: 'by', header: t('ledger.by'), cell: (row) => row.by.name },
    {
      id: 'amount',
      header: t('ledger.amount'),
      numeric: true,
      cell: (row) => (
        <>
          {format.quantity(row.amount, row.unit)}
          <ConvertedNote original={row.original} />
        </>
      ),
    },
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
  const { t } = useTranslation(['resources/ledger', 'resources/rates', 'resources/requests'])
  const list = useInfiniteQuery(ledgerQuery(filter))
  const [reversing, setReversing] = useState<LedgerEntry | null>(null)
  const columns = useColumns(envelope !== null, setReversing)
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
      {reversing !== null && <ReverseDialog entry={reversing} onClose={() => setReversing(null)} />}
    </>
  )
}
