import { fiscalYearDays, fiscalYearOf } from '@entente/shared/calendar/rules'
import type { LoadCell, LoadMap, LoadStep } from '@entente/shared/capacity/load/contract'
import { Group, NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { type HeatCell, HeatLegend, HeatMap, type HeatRow, type HeatSpan } from '../../../../ui/chart/heat-map.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { ViewSwitch } from '../../../../ui/page/view-switch.tsx'
import { useElectionName } from '../../../calendar/components/use-election-name.ts'
import { loadQuery } from '../api.ts'
import { LoadTable } from './load-table.tsx'
import { useCapacityPlace } from './use-capacity-place.ts'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

const ratio = (part: string, whole: string) =>
  Number(whole) > 0 ? Number(part) / Number(whole) : Number(part) > 0 ? 1 : 0
const fillingOf = ({ capacity, load, isOver }: LoadCell) => {
  if (isOver) return 'over' as const
  if (Number(capacity) === 0) return 'closed' as const
  return (load ?? 0) >= 100 ? ('full' as const) : ('free' as const)
}

/** A period’s cell, and what it says when one rests on it. */
const useCells = (data: LoadMap) => {
  const { t } = useTranslation(['capacity/load', 'capacity/staff'])
  const format = useFormat()
  const daysWords = useDaysWords()
  return (cells: readonly LoadCell[]): HeatCell[] =>
    cells.map((cell, at) => ({
      solid: ratio(cell.firm, cell.capacity),
      soft: ratio(cell.asked, cell.capacity),
      load: fillingOf(cell),
      words: t('load.cell', {
        period: daysWords(data.periods[at] ?? data),
        capacity: format.staffDays(cell.capacity),
        firm: format.staffDays(cell.firm),
        asked: format.staffDays(cell.asked),
      }),
    }))
}

/** The months above the columns. */
const useHeads = ({ periods }: LoadMap): HeatSpan[] => {
  const format = useFormat()
  const months = [...new Set(periods.map(({ from }) => from.slice(0, 7)))]
  return months.map((month) => ({
    id: month,
    label: format.shortMonth(month),
    start: periods.findIndex(({ from }) => from.startsWith(month)),
    count: periods.filter(({ from }) => from.startsWith(month)).length,
  }))
}

/** Our own elections and the days around them, on the columns they touch. */
const useMarks = ({ periods, elections }: LoadMap): HeatSpan[] => {
  const { t } = useTranslation('calendar')
  const nameOf = useElectionName()
  const spanOf = (id: string, label: string, from: string, to: string) => {
    const touched = periods.flatMap((period, at) => (period.from <= to && period.to >= from ? [at] : []))
    const [start] = touched
    return start === undefined ? [] : [{ id, label, start, count: touched.length }]
  }
  return elections.flatMap((election) => {
    const { kind, pollingOn, place, blackout } = election
    const id = `${kind} ${pollingOn} ${place}`
    const year = { year: pollingOn.slice(0, 4) }
    return [
      ...(blackout === null ? [] : spanOf(`${id} blackout`, t('blackout', year), blackout.from, blackout.to)),
      ...spanOf(id, nameOf(election), pollingOn, pollingOn),
    ]
  })
}

const useRows = (data: LoadMap, by: 'person' | 'profile'): HeatRow[] => {
  const { t } = useTranslation(['capacity/load', 'capacity/staff'])
  const cellsOf = useCells(data)
  const { addressOf } = useCapacityPlace()
  if (by === 'profile')
    return data.profiles.map(({ profile, people, cells }) => ({
      id: profile,
      label: <Link to={addressOf({ tab: 'find', profile })}>{profile}</Link>,
      hint: t('load.people', { count: people }),
      cells: cellsOf(cells),
    }))
  return data.people.map(({ staff, cells }) => ({
    id: staff.id,
    label: <Link to={addressOf({ tab: 'bookings', staffId: staff.id })}>{staff.name}</Link>,
    hint: staff.critical ? `${staff.function} · ${t('critical')}` : staff.function,
    cells: cellsOf(cells),
  }))
}

const Drawn = ({ data, by }: { data: LoadMap; by: 'person' | 'profile' }) => {
  const { t } = useTranslation(['capacity/load', 'capacity/staff'])
  const rows = useRows(data, by)
  const heads = useHeads(data)
  const marks = useMarks(data)
  const present = data.periods.findIndex(({ from, to }) => from <= today() && to >= today())
  if (rows.length === 0) return <EmptyState title={t('load.empty')}>{t('load.emptyHint')}</EmptyState>
  const samples = ['firm', 'asked', 'over', 'closed', 'blackout', 'today']
  return (
    <>
      <HeatMap
        label={t(`load.label.${by}`)}
        columns={data.periods.length}
        heads={heads}
        marks={marks}
        marked={data.periods.map(({ inBlackout }) => inBlackout)}
        present={present < 0 ? null : present}
        rows={rows}
      />
      <HeatLegend items={samples.map((state) => ({ state, label: t(`load.legend.${state}`) }))} />
      <LoadTable data={data} by={by} />
    </>
  )
}

/** How much everyone, or every profile, is booked over a fiscal year, with our own elections drawn on it. */
export const LoadPanel = () => {
  const { t } = useTranslation(['capacity/load', 'capacity/staff'])
  const { get, set } = useCapacityPlace()
  const step: LoadStep = get('step') === 'month' ? 'month' : 'week'
  const by = get('by') === 'profile' ? 'profile' : 'person'
  const thisYear = fiscalYearOf(today())
  const years = [thisYear + 1, thisYear, thisYear - 1].map(String)
  const year = years.includes(get('year')) ? get('year') : String(thisYear)
  const on = Number(year) === thisYear ? today() : fiscalYearDays(Number(year)).from
  const { data, error, isPending, refetch } = useQuery(loadQuery(on, step))
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('fiscalYear')}
          value={year}
          data={years.map((value) => ({
            value,
            label: t('fiscalYearOf', { from: value, to: Number(value) + 1 }),
          }))}
          onChange={(event) => set({ year: event.currentTarget.value })}
        />
        <ViewSwitch
          label={t('load.by')}
          value={by}
          data={(['person', 'profile'] as const).map((value) => ({ value, label: t(`load.byWhat.${value}`) }))}
          onChange={(value) => set({ by: value })}
        />
        <ViewSwitch
          label={t('load.step')}
          value={step}
          data={(['week', 'month'] as const).map((value) => ({ value, label: t(`load.stepOf.${value}`) }))}
          onChange={(value) => set({ step: value })}
        />
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && <Drawn key={`${data.from} ${data.step}`} data={data} by={by} />}
    </Stack>
  )
}
