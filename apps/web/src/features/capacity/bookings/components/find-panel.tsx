import type { Matches } from '@entente/shared/capacity/load/contract'
import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, today } from '../../../../lib/format/days.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { sessionQuery } from '../../../users/api.ts'
import { matchesQuery, type Need } from '../../load/api.ts'
import { staffQuery } from '../../staff/api.ts'
import { BookingDialog, type Wish } from './booking-dialog.tsx'
import { useCapacityPlace } from '../../load/components/use-capacity-place.ts'

type Match = Matches['items'][number]

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)
const isDays = (text: string) => /^(?!0+(\.0)?$)\d{1,5}(\.\d)?$/.test(text)

/** The need as the address holds it. */
const useNeed = () => {
  const { get, set } = useCapacityPlace()
  const from = isDay(get('from')) ? get('from') : today()
  const to = isDay(get('to')) && get('to') >= from ? get('to') : addDays(from, 13)
  const need: Need = {
    from,
    to,
    ...(get('profile') !== '' && { profile: get('profile') }),
    ...(get('skill') !== '' && { skill: get('skill') }),
    ...(get('language') !== '' && { language: get('language') }),
    ...(isDays(get('days')) && { days: get('days') }),
  }
  return { need, days: get('days'), set }
}

const optionsOf = (
  values: readonly string[],
  noChoice: string,
  nameOf: (value: string) => string = (value) => value,
) => [
  { value: '', label: noChoice },
  ...[...new Set(values)]
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((left, right) => left.label.localeCompare(right.label)),
]

const Criteria = ({ need, days, set }: ReturnType<typeof useNeed>) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const format = useFormat()
  const { data } = useQuery(staffQuery())
  const active = (data?.items ?? []).filter(({ active: isActive }) => isActive)
  const any = t('find.any')
  return (
    <search aria-label={t('find.label')}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 6 }} spacing="sm">
        <NativeSelect
          label={t('field.profile')}
          value={need.profile ?? ''}
          data={optionsOf(
            active.map(({ profile }) => profile),
            any,
          )}
          onChange={(event) => set({ profile: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('field.skill')}
          value={need.skill ?? ''}
          data={optionsOf(
            active.flatMap(({ skills }) => skills),
            any,
          )}
          onChange={(event) => set({ skill: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('field.language')}
          value={need.language ?? ''}
          data={optionsOf(
            active.flatMap(({ languages }) => languages),
            any,
            format.language,
          )}
          onChange={(event) => set({ language: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('field.from')}
          value={need.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('field.to')}
          value={need.to}
          min={need.from}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
        <DecimalInput
          label={t('field.days')}
          unit={t('dayUnit')}
          value={days}
          onChange={(value) => set({ days: value })}
        />
      </SimpleGrid>
    </search>
  )
}

const useColumns = (need: Need, onAsk: ((match: Match) => void) | null): Column<Match>[] => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const format = useFormat()
  return [
    {
      id: 'name',
      header: t('field.person'),
      isName: true,
      cell: ({ staff }) => (
        <>
          {staff.name}
          <Text component="div" size="sm" fw={400} c="dimmed">
            {staff.function} · {staff.profile}
          </Text>
        </>
      ),
    },
    {
      id: 'knows',
      header: t('find.knows'),
      cell: ({ staff }) =>
        format.list([...staff.skills, ...staff.languages.map((code) => format.language(code))]) || '–',
    },
    ...(['capacity', 'firm', 'asked', 'remaining'] as const).map((id) => ({
      id,
      header: t(`figure.${id}`),
      numeric: true,
      cell: (row: Match) => format.staffDays(row[id]),
    })),
    {
      id: 'fits',
      header: t('find.fits'),
      cell: ({ isEnough, inBlackout, staff }) => (
        <Group gap={6}>
          <StatusBadge kind={isEnough ? 'proven' : 'over'}>{t(isEnough ? 'find.enough' : 'find.short')}</StatusBadge>
          {inBlackout && <StatusBadge kind={staff.critical ? 'blocked' : 'waiting'}>{t('inBlackout')}</StatusBadge>}
        </Group>
      ),
    },
    ...(onAsk === null
      ? []
      : [
          {
            id: 'ask',
            header: t('find.action'),
            cell: (row: Match) => (
              <Button
                size="compact-sm"
                variant="light"
                aria-label={t('find.askFor', { name: row.staff.name })}
                onClick={() => onAsk(row)}
              >
                {t('find.ask')}
              </Button>
            ),
          },
        ]),
  ]
}

/** What all who fit have left together, and by how much they fall short. */
const Together = ({ data, need }: { data: Matches; need: Need }) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const format = useFormat()
  return (
    <Group gap="xs">
      <Text component="output">
        {t('find.together', {
          count: data.items.length,
          remaining: format.staffDays(data.total.remaining),
          asked: format.staffDays(data.total.asked),
        })}
      </Text>
      {data.short !== null && (
        <StatusBadge kind="over">{t('find.lacking', { days: format.staffDays(data.short) })}</StatusBadge>
      )}
      {data.short === null && need.days !== undefined && <StatusBadge kind="proven">{t('find.covered')}</StatusBadge>}
    </Group>
  )
}

/** The need first, the name later: who knows this and has days left then. */
export const FindPanel = () => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const place = useNeed()
  const { need } = place
  const [asked] = useDebouncedValue(need, 200)
  const { data, error, isPending, refetch } = useQuery(matchesQuery(asked))
  const { data: session } = useSuspenseQuery(sessionQuery)
  const { data: people } = useQuery(staffQuery())
  const [wish, setWish] = useState<Wish | null>(null)
  const mayAsk = session?.can.includes('askBooking') === true
  const wished = { from: need.from, to: need.to, days: need.days ?? '' }
  const ask = (match: Match) => setWish({ ...wished, staffId: match.staff.id, profile: match.staff.profile })
  const columns = useColumns(need, mayAsk ? ask : null)
  return (
    <Stack gap="sm">
      <Text maw="76ch">{t('find.says')}</Text>
      <Criteria {...place} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <>
          <Group justify="space-between" gap="sm">
            <Together data={data} need={need} />
            {mayAsk && need.profile !== undefined && (
              <Button
                variant="default"
                onClick={() => setWish({ ...wished, staffId: '', profile: need.profile ?? '' })}
              >
                {t('find.askProfile', { profile: need.profile })}
              </Button>
            )}
          </Group>
          <DataTable
            caption={t('find.caption')}
            isCaptionHidden
            columns={columns}
            rows={data.items}
            rowKey={({ staff }) => staff.id}
            empty={<EmptyState icon={IconUsers} title={t('find.nobody')} />}
          />
        </>
      )}
      {wish !== null && <BookingDialog wish={wish} people={people?.items ?? []} onClose={() => setWish(null)} />}
    </Stack>
  )
}
