import { Group, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { addDays, daysBetween, mondayFrom, today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { rehearsalQuery } from '../api.ts'
import { RecallPanel } from './recall-panel.tsx'
import { RehearsalFindings } from './rehearsal-findings.tsx'
import { ScenarioBar } from './scenario-bar.tsx'
import styles from './rehearsal-panel.module.css'

const weeks = 156
const halfAYear = 26
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The Monday so many weeks from now: Québec votes on Mondays (Election Act). */
const mondayAfter = (count: number) => addDays(mondayFrom(today()), 7 * count)
const weeksUntil = (day: string) => Math.min(weeks, Math.max(0, Math.round(daysBetween(mondayAfter(0), day) / 7)))

const useChosenDay = () => {
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('pollingOn') ?? ''
  const choose = (pollingOn: string) => setSearch({ tab: 'elections', pollingOn }, { replace: true })
  return [isDay(chosen) ? chosen : mondayAfter(halfAYear), choose] as const
}

/** Slides a supposed polling day over the weeks to come, or takes an exact one. */
const DayChooser = ({ day, onChange }: { day: string; onChange: (day: string) => void }) => {
  const { t } = useTranslation('dashboards/rehearsals')
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

/** What if Québec voted on another day: the part of the plan that would no longer hold, and whom to call back today. */
export const RehearsalPanel = () => {
  const { t } = useTranslation('dashboards/rehearsals')
  const [day, choose] = useChosenDay()
  const [asked] = useDebouncedValue(day, 200)
  const { data, error, isPending, refetch } = useQuery({ ...rehearsalQuery(asked), placeholderData: keepPreviousData })
  return (
    <Stack gap="md">
      <Text maw="76ch">{t('rehearsal.says')}</Text>
      <DayChooser day={day} onChange={choose} />
      <ScenarioBar day={day} onOpen={choose} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && <RehearsalFindings data={data} />}
      <RecallPanel />
    </Stack>
  )
}
