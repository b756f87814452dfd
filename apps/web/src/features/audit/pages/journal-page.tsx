import type { AuditEntry } from '@entente/shared/audit/contract'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { paths } from '../../../paths.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { trailQuery } from '../api.ts'
import { useActionText } from '../components/use-action-text.ts'
import { ChainCheck } from '../components/chain-check.tsx'
import { ChangeDetails } from '../components/change-details.tsx'

const useColumns = (only: (name: 'actor' | 'programId', value: string) => string): Column<AuditEntry>[] => {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const actionText = useActionText()
  return [
    { id: 'number', header: t('column.number'), numeric: true, isName: true, cell: (row) => format.number(row.id) },
    { id: 'at', header: t('column.at'), cell: (row) => <time dateTime={row.at}>{format.dateTime(row.at)}</time> },
    {
      id: 'actor',
      header: t('column.actor'),
      cell: ({ actor }) =>
        actor.id === null ? (
          actor.name || t('system')
        ) : (
          <Link to={only('actor', actor.id)} title={t('only')}>
            {actor.name}
          </Link>
        ),
    },
    { id: 'action', header: t('column.action'), cell: (row) => actionText(row.action) },
    {
      id: 'program',
      header: t('column.program'),
      cell: ({ programId }) =>
        programId === null ? (
          '–'
        ) : (
          <>
            <Link to={paths.program.href(programId)}>{t('open')}</Link>
            <Text component="div" mt={8}>
              <Link to={only('programId', programId)}>{t('onlyProgram')}</Link>
            </Text>
          </>
        ),
    },
    { id: 'change', header: t('column.change'), cell: (row) => <ChangeDetails entry={row} /> },
  ]
}

const names = ['action', 'from', 'to', 'programId', 'actor'] as const

const useFilter = () => {
  const [search, setSearch] = useSearchParams()
  const values = names.flatMap((name) => {
    const value = search.get(name) ?? ''
    return value === '' ? [] : [[name, value] as const]
  })
  const set = (name: (typeof names)[number], value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true },
    )
  const only = (name: string, value: string) => {
    const after = new URLSearchParams(search)
    after.set(name, value)
    return `?${after}`
  }
  return {
    filter: Object.fromEntries(values),
    only,
    value: (name: string) => search.get(name) ?? '',
    set,
    clear: () => setSearch({}),
  }
}

/** The audit trail: who did what, when, and what it changed; and the proof that nothing was touched since. */
export const JournalPage = () => {
  const { t } = useTranslation('audit')
  const { filter, value, set, clear, only } = useFilter()
  const trail = useInfiniteQuery({ ...trailQuery(filter), placeholderData: keepPreviousData })
  const columns = useColumns(only)
  const rows = trail.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page title={t('title')} subtitle={t('subtitle')} wide actions={<ChainCheck />}>
      <Group gap="sm" mb="sm" align="end" component="search" aria-label={t('search')}>
        <TextInput
          label={t('column.action')}
          value={value('action')}
          onChange={(event) => set('action', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('from')}
          value={value('from')}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('to')}
          value={value('to')}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
        {Object.keys(filter).length > 0 && (
          <Button variant="subtle" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </Group>
      <ProblemAlert error={trail.error} onRetry={() => void trail.refetch()} />
      {trail.isPending && <PanelSkeleton />}
      {trail.data !== undefined && (
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => String(id)}
          empty={<EmptyState icon={IconHistory} title={t('empty')} />}
        />
      )}
      {trail.hasNextPage && (
        <Button mt="sm" variant="default" loading={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  )
}
