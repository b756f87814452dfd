import type { YearEnd } from '@entente/shared/resources/envelopes/year-end-contract'
import { NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { paths } from '../../../../paths.ts'
import { Page } from '../../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { thisFiscalYear } from '../../rates/api.ts'
import { yearEndQuery } from '../api.ts'
import { CarryOverDialog } from '../components/carry-over-dialog.tsx'
import { CeilingChanges } from '../components/ceiling-changes.tsx'
import { useFiscalYears } from '../../rates/components/use-fiscal-years.ts'
import { YearEndTable } from '../components/year-end-table.tsx'

/** What there is to carry over now. */
const movableOf = ({ hasEnded, items }: YearEnd) =>
  hasEnded ? items.filter(({ left, to }) => to !== null && Number(left) > 0) : []

const Standing = ({ data: { hasEnded, items, changes } }: { data: YearEnd }) => {
  const { t } = useTranslation(['resources/envelopes', 'resources/requests'])
  return (
    <>
      <Section id="preview" title={t('yearEnd.preview')} description={t(hasEnded ? 'yearEnd.stays' : 'yearEnd.notYet')}>
        <YearEndTable items={items} />
      </Section>
      <Section id="carry-overs" title={t('yearEnd.changes')}>
        <CeilingChanges changes={changes} none={t('yearEnd.none')} />
      </Section>
    </>
  )
}

/** The end of a fiscal year: see what is left, propose what is carried over, confirm it or take it back. */
export const YearEndPage = () => {
  const { t } = useTranslation(['resources/envelopes', 'resources/requests'])
  const [search, setSearch] = useSearchParams()
  const [isOpen, setOpen] = useState(false)
  const years = useFiscalYears()
  const wanted = search.get('fiscalYear')
  const fiscalYear = years.find(({ value }) => value === wanted)?.value ?? String(thisFiscalYear() - 1)
  const { data, error, isPending, refetch } = useQuery(yearEndQuery(fiscalYear))
  const movable = data === undefined ? [] : movableOf(data)
  return (
    <Page
      title={t('yearEnd.title')}
      subtitle={t('yearEnd.subtitle')}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
      actions={
        movable.length > 0 && (
          <ActionButton of={data} to="propose" onClick={() => setOpen(true)}>
            {t('yearEnd.propose')}
          </ActionButton>
        )
      }
      wide
    >
      <Stack gap="md">
        <NativeSelect
          label={t('filter.fiscalYear')}
          maw={260}
          value={fiscalYear}
          data={years}
          onChange={(event) => setSearch({ fiscalYear: event.currentTarget.value }, { replace: true })}
        />
        <ProblemAlert error={error} onRetry={() => void refetch()} />
        {isPending && <PanelSkeleton />}
        {data !== undefined && <Standing data={data} />}
      </Stack>
      {isOpen && <CarryOverDialog items={movable} onClose={() => setOpen(false)} />}
    </Page>
  )
}
