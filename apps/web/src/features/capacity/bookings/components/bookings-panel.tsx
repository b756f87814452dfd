import { bookingState } from '@entente/shared/capacity/load/workflow'
import { Button, Group, NativeSelect, Stack } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Allowed } from '../../../../ui/feedback/why-not.tsx'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { addDays, today } from '../../../../lib/format/days.ts'
import { type BookingFilter, bookingsQuery } from '../api.ts'
import { staffQuery } from '../../staff/api.ts'
import { BookingDialog } from './booking-dialog.tsx'
import { BookingTable } from './booking-table.tsx'
import { useCapacityPlace } from '../../load/components/use-capacity-place.ts'

const useFilter = () => {
  const { get, set } = useCapacityPlace()
  const state = bookingState.safeParse(get('state'))
  const filter: BookingFilter = {
    ...(state.success && { state: state.data }),
    ...(get('staffId') !== '' && { staffId: get('staffId') }),
    ...(get('programId') !== '' && { programId: get('programId') }),
  }
  return { filter, set, chosen: get('booking') }
}

type Place = ReturnType<typeof useFilter>

const Filters = ({ filter, set }: Place) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff'])
  const { data } = useQuery(staffQuery())
  return (
    <search aria-label={t('booking.filter')}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('booking.state')}
          value={filter.state ?? ''}
          data={[
            { value: '', label: t('booking.anyState') },
            ...bookingState.options.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={(event) => set({ state: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('field.person')}
          value={filter.staffId ?? ''}
          data={[
            { value: '', label: t('booking.everyone') },
            ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ staffId: event.currentTarget.value })}
        />
        {filter.programId !== undefined && (
          <Button variant="light" onClick={() => set({ programId: '' })}>
            {t('booking.allPrograms')}
          </Button>
        )}
      </Group>
    </search>
  )
}

/** The way back from one booking to all, and to asking for someone. */
const Actions = ({ place, list }: { place: Place; list: Allowed<'create'> | undefined }) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff'])
  const { data } = useQuery(staffQuery())
  const [isAsking, setAsking] = useState(false)
  const soon = { staffId: '', profile: '', from: today(), to: addDays(today(), 13), days: '' }
  return (
    <Group gap="xs">
      {place.chosen !== '' && (
        <Button variant="light" onClick={() => place.set({ booking: '' })}>
          {t('booking.all')}
        </Button>
      )}
      <ActionButton
        of={list}
        to="create"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('booking.ask')}
      </ActionButton>
      {isAsking && <BookingDialog wish={soon} people={data?.items ?? []} onClose={() => setAsking(false)} />}
    </Group>
  )
}

/** Everyone who was asked for, and what became of it. */
export const BookingsPanel = () => {
  const place = useFilter()
  const { data } = useInfiniteQuery(bookingsQuery(place.filter))
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Filters {...place} />
        <Actions place={place} list={data?.pages[0]} />
      </Group>
      <BookingTable filter={place.filter} chosen={place.chosen} />
    </Stack>
  )
}
