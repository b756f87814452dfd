import type { ExchangeRate } from '@entente/shared/resources/rates/contract'
import { usualPercent } from '@entente/shared/resources/rates/rules'
import { Button, Stack } from '@mantine/core'
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { rateHistoryQuery, ratesQuery } from '../api.ts'
import { RateDialog } from '../components/rate-dialog.tsx'
import { RateStanding } from '../components/rate-standing.tsx'

const useColumns = (): Column<ExchangeRate>[] => {
  const { t } = useTranslation(['resources/rates', 'resources/requests'])
  const format = useFormat()
  return [
    {
      id: 'currency',
      header: t('form.currency'),
      isName: true,
      cell: ({ currency }) => `${currency} · ${format.currency(currency)}`,
    },
    {
      id: 'rate',
      header: t('rate.inCad'),
      numeric: true,
      cell: ({ rate }) => format.rateInDollars(rate),
    },
    { id: 'on', header: t('rate.on'), cell: ({ on }) => <time dateTime={on}>{format.day(on)}</time> },
    { id: 'source', header: t('rate.source'), cell: ({ source }) => source },
    {
      id: 'by',
      header: t('rate.by'),
      cell: (rate) => <RateStanding rate={rate} />,
    },
  ]
}

const History = () => {
  const { t } = useTranslation(['resources/rates', 'resources/requests'])
  const list = useInfiniteQuery(rateHistoryQuery())
  const columns = useColumns()
  return (
    <Section id="history" title={t('rate.history')} description={t('rate.historyHint')}>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <PanelSkeleton />}
      {list.data !== undefined && (
        <DataTable
          caption={t('rate.history')}
          isCaptionHidden
          columns={columns}
          rows={list.data.pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('rate.none')} />}
        />
      )}
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Section>
  )
}

/** What other currencies are worth: the rate of each that converts today, and every rate ever recorded. */
export const ExchangeRatesPage = () => {
  const { t } = useTranslation(['resources/rates', 'resources/requests'])
  const { data } = useSuspenseQuery(ratesQuery(''))
  const columns = useColumns()
  const [isOpen, setOpen] = useState(false)
  const record = (
    <ActionButton of={data} to="record" onClick={() => setOpen(true)}>
      {t('rate.record')}
    </ActionButton>
  )
  return (
    <Page
      title={t('rate.title')}
      subtitle={t('rate.subtitle')}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
      actions={record}
    >
      <Stack gap="md">
        <Section id="in-force" title={t('rate.inForce')} description={t('rate.unusual', { percent: usualPercent })}>
          <DataTable
            caption={t('rate.inForce')}
            isCaptionHidden
            columns={columns}
            rows={data.items}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={IconArrowsExchange} title={t('rate.noneInForce')} />}
          />
        </Section>
        <History />
      </Stack>
      {isOpen && <RateDialog onClose={() => setOpen(false)} />}
    </Page>
  )
}
