import type { Rehearsal } from '@entente/shared/dashboards/rehearsal-contract'
import { Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useFormat } from '../../../lib/format.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PanelSkeleton } from '../../../ui/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { Section } from '../../../ui/section.tsx'
import { Period } from '../../allocations/components/period.tsx'
import { CountryName } from '../../programs/components/country-name.tsx'
import { rehearsalQuery } from '../api.ts'
import { RecallPanel } from './recall-panel.tsx'
import styles from './rehearsal-panel.module.css'

const week = 7 * 86_400_000
const weeks = 156
const halfAYear = 26
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The Monday so many weeks from now: Québec votes on Mondays (Election Act). */
const mondayAfter = (count: number) => {
  const today = new Date()
  const monday = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + ((8 - today.getDay()) % 7))
  return new Date(monday + count * week).toISOString().slice(0, 10)
}
const weeksUntil = (day: string) =>
  Math.min(weeks, Math.max(0, Math.round((Date.parse(day) - Date.parse(mondayAfter(0))) / week)))

const useChosenDay = () => {
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('pollingOn') ?? ''
  const choose = (pollingOn: string) => setSearch({ tab: 'elections', pollingOn }, { replace: true })
  return [isDay(chosen) ? chosen : mondayAfter(halfAYear), choose] as const
}

/** Slides a supposed polling day over the weeks to come, or takes an exact one. */
const DayChooser = ({ day, onChange }: { day: string; onChange: (day: string) => void }) => {
  const { t } = useTranslation('dashboards')
  const format = useFormat()
  const id = useId()
  return (
    <Group align="flex-end" gap="lg">
      <TextInput
        type="date"
        label={t('rehearsal.day')}
        value={day}
        onChange={(event) => isDay(event.currentTarget.value) && onChange(event.currentTarget.value)}
      />
      <div className={styles.slide}>
        <label htmlFor={id}>{t('rehearsal.slide')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={weeks}
          value={weeksUntil(day)}
          aria-valuetext={format.day(day)}
          onChange={(event) => onChange(mondayAfter(Number(event.currentTarget.value)))}
        />
      </div>
    </Group>
  )
}

type Activity = Rehearsal['activities'][number]
type Line = Rehearsal['lines'][number]

const useActivityColumns = (): Column<Activity>[] => {
  const { t } = useTranslation('dashboards')
  const format = useFormat()
  return [
    {
      id: 'title',
      header: t('rehearsal.activity'),
      isName: true,
      cell: (row) => <Link to={row.href}>{row.title}</Link>,
    },
    {
      id: 'program',
      header: t('program'),
      cell: ({ program }) => (
        <>
          {program.reference} · {format.text(program.title)}
        </>
      ),
    },
    {
      id: 'country',
      header: t('rehearsal.country'),
      cell: ({ program: { countryCode } }) => <CountryName countryCode={countryCode} scope="country" />,
    },
    { id: 'when', header: t('rehearsal.when'), cell: (row) => <Period from={row.startsOn} to={row.dueOn} /> },
    {
      id: 'people',
      header: t('rehearsal.people'),
      cell: ({ people }) => people.map(({ name }) => name).join(', ') || '–',
    },
  ]
}

const useLineColumns = (): Column<Line>[] => {
  const { t } = useTranslation('dashboards')
  const format = useFormat()
  return [
    {
      id: 'line',
      header: t('rehearsal.line'),
      isName: true,
      cell: (row) => <Link to={row.href}>{row.description}</Link>,
    },
    { id: 'program', header: t('program'), cell: ({ program }) => program?.reference ?? t('general') },
    { id: 'profile', header: t('rehearsal.profile'), cell: ({ profile }) => profile ?? '–' },
    { id: 'when', header: t('rehearsal.when'), cell: (row) => <Period from={row.startsOn} to={row.endsOn} /> },
    { id: 'state', header: t('rehearsal.state'), cell: ({ state }) => t(`rehearsal.${state}`) },
    {
      id: 'days',
      header: t('rehearsal.days'),
      numeric: true,
      cell: ({ days }) => format.quantity(days, 'staffDay'),
    },
  ]
}

const Found = ({ data }: { data: Rehearsal }) => {
  const { t } = useTranslation('dashboards')
  const format = useFormat()
  const nothing = <EmptyState icon={IconCalendarCheck} title={t('rehearsal.nothing')} />
  return (
    <>
      <Text component="output" display="block">
        {t('rehearsal.window', { from: format.day(data.from), to: format.day(data.to) })}{' '}
        <strong>
          {t('rehearsal.activities', { count: data.activities.length })}{' '}
          {t('rehearsal.atStake', { days: format.quantity(data.days, 'staffDay') })}
        </strong>
      </Text>
      <Section id="rehearsal-activities" title={t('rehearsal.activitiesTitle')}>
        <DataTable
          caption={t('rehearsal.activitiesTitle')}
          isCaptionHidden
          columns={useActivityColumns()}
          rows={data.activities}
          rowKey={({ id }) => id}
          empty={nothing}
        />
      </Section>
      <Section id="rehearsal-lines" title={t('rehearsal.linesTitle')}>
        <DataTable
          caption={t('rehearsal.linesTitle')}
          isCaptionHidden
          columns={useLineColumns()}
          rows={data.lines}
          rowKey={({ id }) => id}
          empty={nothing}
        />
      </Section>
    </>
  )
}

/** What if Québec voted on another day: the part of the plan that would no longer hold, and whom to call back today. */
export const RehearsalPanel = () => {
  const { t } = useTranslation('dashboards')
  const [day, choose] = useChosenDay()
  const [asked] = useDebouncedValue(day, 200)
  const { data, error, isPending, refetch } = useQuery({ ...rehearsalQuery(asked), placeholderData: keepPreviousData })
  return (
    <Stack gap="md">
      <Text maw="76ch">{t('rehearsal.says')}</Text>
      <DayChooser day={day} onChange={choose} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && <Found data={data} />}
      <RecallPanel />
    </Stack>
  )
}
