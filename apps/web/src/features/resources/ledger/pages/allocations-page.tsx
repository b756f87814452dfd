import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { allocationState, isApproved } from '@entente/shared/resources/requests/workflow'
import { unit as unitWord } from '@entente/shared/resources/rates/options'
import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { sessionQuery } from '../../../users/api.ts'
import { allocationsQuery } from '../../requests/api.ts'
import { thisFiscalYear } from '../../rates/api.ts'
import { AllocationState } from '../../requests/components/allocation-state.tsx'
import { EnvelopeSection } from '../../envelopes/components/envelope-section.tsx'
import { OpenAllocation } from '../components/open-allocation.tsx'
import { useFiscalYears } from '../../rates/components/use-fiscal-years.ts'
import { useTotals } from '../../requests/components/use-totals.ts'

const useFilter = () => {
  const [search, setSearch] = useSearchParams()
  const get = (name: string) => search.get(name) ?? ''
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: name !== 'allocation' },
    )
  const addressOf = (id: string) => {
    const after = new URLSearchParams(search)
    after.set('allocation', id)
    return `?${after}`
  }
  const state = allocationState.safeParse(get('state'))
  const [unit, programId] = [unitWord.safeParse(get('unit')), get('programId')]
  /** What the address narrows the list to, besides the fiscal year. */
  const narrowed = {
    ...(state.success && { state: state.data }),
    ...(programId !== '' && { programId }),
    ...(unit.success && { unit: unit.data }),
    ...(get('general') === 'true' && { general: 'true' as const }),
  }
  return { get, set, addressOf, narrowed }
}
type Filter = ReturnType<typeof useFilter>

const useColumns = (filter: Filter): Column<Allocation>[] => {
  const { t } = useTranslation('resources/requests')
  const format = useFormat()
  const totals = useTotals()
  return [
    {
      id: 'program',
      header: t('column.program'),
      isName: true,
      cell: ({ id, program, justification }) => (
        <>
          <Link to={filter.addressOf(id)}>
            {program === null ? t('general') : `${program.reference} · ${format.text(program.title)}`}
          </Link>
          <Text component="div" size="sm" fw={400} c="dimmed">
            {justification}
          </Text>
        </>
      ),
    },
    { id: 'by', header: t('column.by'), cell: ({ requestedBy }) => requestedBy.name },
    { id: 'needed', header: t('column.needed'), numeric: true, cell: ({ neededOn }) => format.day(neededOn) },
    {
      id: 'asked',
      header: t('column.asked'),
      numeric: true,
      cell: ({ lines }) => totals(lines.map(({ unit, asked }) => ({ unit, amount: asked }))),
    },
    {
      id: 'approved',
      header: t('column.approved'),
      numeric: true,
      cell: (row) =>
        isApproved(row) ? totals(row.lines.map(({ unit, approved }) => ({ unit, amount: approved ?? '0' }))) : '–',
    },
    { id: 'state', header: t('column.state'), cell: ({ state }) => <AllocationState state={state} /> },
  ]
}

const Actions = () => {
  const { t } = useTranslation([
    'resources/ledger',
    'resources/rates',
    'resources/envelopes',
    'resources/requests',
    'resources/rules',
  ])
  const { data: session } = useSuspenseQuery(sessionQuery)
  return (
    <>
      {session?.can.includes('askResources') === true && (
        <LinkButton to={paths.newAllocation.href()} variant="filled" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('askGeneral')}
        </LinkButton>
      )}
      <LinkButton to={paths.ledger.href()}>{t('ledger.title')}</LinkButton>
      <LinkButton to={paths.yearEnd.href()}>{t('yearEnd.title')}</LinkButton>
      <LinkButton to={paths.stepRules.href()}>{t('rules.title')}</LinkButton>
      <LinkButton to={paths.exchangeRates.href()}>{t('rate.title')}</LinkButton>
    </>
  )
}

/** Envelopes, every request for resources, and one of them opened. */
export const AllocationsPage = () => {
  const { t } = useTranslation(['resources/requests', 'resources/rates', 'resources/envelopes'])
  const filter = useFilter()
  const years = useFiscalYears()
  const fiscalYear = years.some(({ value }) => value === filter.get('fiscalYear'))
    ? filter.get('fiscalYear')
    : String(thisFiscalYear())
  const { narrowed } = filter
  const list = useInfiniteQuery({ ...allocationsQuery({ fiscalYear, ...narrowed }), placeholderData: keepPreviousData })
  const columns = useColumns(filter)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page title={t('title')} actions={<Actions />}>
      <Stack gap="md">
        <search aria-label={t('filter.label')}>
          <Group gap="sm" align="flex-end">
            <NativeSelect
              label={t('filter.fiscalYear')}
              value={fiscalYear}
              data={years}
              onChange={(event) => filter.set('fiscalYear', event.currentTarget.value)}
            />
            <NativeSelect
              label={t('column.state')}
              value={narrowed.state ?? ''}
              data={[
                { value: '', label: t('filter.anyState') },
                ...allocationState.options.map((value) => ({ value, label: t(`state.${value}`) })),
              ]}
              onChange={(event) => filter.set('state', event.currentTarget.value)}
            />
            {(['programId', 'general', 'unit'] as const)
              .filter((name) => name in narrowed)
              .map((name) => (
                <Button key={name} variant="light" onClick={() => filter.set(name, '')}>
                  {t(`filter.drop.${name}`)}
                </Button>
              ))}
          </Group>
        </search>
        <EnvelopeSection fiscalYear={Number(fiscalYear)} />
        <Section id="requests" title={t('list.title')}>
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          {list.isPending && <PanelSkeleton />}
          {list.data !== undefined && (
            <DataTable
              caption={t('list.caption')}
              isCaptionHidden
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              empty={
                <EmptyState
                  icon={IconCoins}
                  title={t('list.empty')}
                  action={<LinkButton to={paths.programs.href()}>{t('list.choose')}</LinkButton>}
                />
              }
            />
          )}
          {list.hasNextPage && (
            <Button
              mt="sm"
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </Section>
      </Stack>
      <OpenAllocation id={filter.get('allocation')} onClose={() => filter.set('allocation', '')} />
    </Page>
  )
}
