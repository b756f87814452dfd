import type { Request } from '@entente/shared/requests/contract'
import { requestState } from '@entente/shared/requests/workflow'
import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconInbox, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { paths } from '../../../paths.ts'
import { BilingualText } from '../../../ui/display/bilingual-text.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Flag } from '../../../ui/display/flag.tsx'
import { LinkButton } from '../../../ui/page/link-button.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { sessionQuery } from '../../users/api.ts'
import { requestsQuery } from '../api.ts'
import { RequestState } from '../components/request-state.tsx'
import { SearchField } from '../../../ui/form/search-field.tsx'

const useColumns = (): Column<Request>[] => {
  const { t } = useTranslation('requests')
  const format = useFormat()
  return [
    {
      id: 'number',
      header: t('column.number'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={paths.programRequest.href(row.programId)}>{t('number', { number: row.number })}</Link>
          <Text component="div" size="sm" fw={400}>
            {row.program.reference} · <BilingualText value={row.program.title} />
          </Text>
        </>
      ),
    },
    {
      id: 'authority',
      header: t('party.requestingAuthority'),
      cell: (row) => (
        <span>
          {row.countryCode !== null && <Flag code={row.countryCode} />} {row.requestingAuthority.name}
        </span>
      ),
    },
    { id: 'channel', header: t('field.channel'), cell: (row) => t(`channel.${row.channel}`) },
    { id: 'received', header: t('field.receivedOn'), numeric: true, cell: (row) => format.day(row.receivedOn) },
    {
      id: 'lead',
      header: t('column.lead'),
      numeric: true,
      cell: (row) => (row.leadTimeDays === null ? '–' : format.number(row.leadTimeDays)),
    },
    { id: 'state', header: t('column.state'), cell: (row) => <RequestState state={row.state} /> },
    { id: 'by', header: t('fact.registeredBy'), cell: (row) => row.registeredBy.name },
  ]
}

const useFilter = () => {
  const [search, setSearch] = useSearchParams()
  const state = requestState.safeParse(search.get('state'))
  const q = search.get('q') ?? ''
  const [asked] = useDebouncedValue(q.trim(), 250)
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true },
    )
  return {
    q,
    state: state.success ? state.data : '',
    set,
    query: { ...(asked !== '' && { q: asked }), ...(state.success && { state: state.data }) },
  }
}

/** The register of official requests, latest number first. */
export const RequestsPage = () => {
  const { t } = useTranslation('requests')
  const { data: session } = useSuspenseQuery(sessionQuery)
  const filter = useFilter()
  const list = useInfiniteQuery({ ...requestsQuery(filter.query), placeholderData: keepPreviousData })
  const columns = useColumns()
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const register = session?.can.includes('registerRequest') === true && (
    <LinkButton to={paths.newRequest.href()} variant="filled" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new.title')}
    </LinkButton>
  )
  const isFiltered = filter.q !== '' || filter.state !== ''
  return (
    <Page title={t('title')} wide actions={register}>
      <Group gap="sm" mb="sm" component="search" aria-label={t('search.label')}>
        <SearchField label={t('search.q')} value={filter.q} onChange={(q) => filter.set('q', q)} width={260} />
        <NativeSelect
          aria-label={t('column.state')}
          value={filter.state}
          onChange={(event) => filter.set('state', event.currentTarget.value)}
          data={[
            { value: '', label: t('search.anyState') },
            ...requestState.options.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <PanelSkeleton />}
      {list.data !== undefined && (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState icon={IconInbox} title={t(isFiltered ? 'noMatch' : 'empty')} action={!isFiltered && register} />
          }
        />
      )}
      {list.hasNextPage && (
        <Button mt="sm" variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  )
}
