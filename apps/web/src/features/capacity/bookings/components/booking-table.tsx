import type { Booking } from '@entente/shared/capacity/bookings/contract'
import { othersByWaiver } from '@entente/shared/calendar/gates'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconCalendarUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { useLocale } from '../../../../lib/i18n/use-locale.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { StatusBadge, type StatusKind } from '../../../../ui/feedback/status-badge.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { WaiverDialog } from '../../../decisions/components/waiver-dialog.tsx'
import { type BookingFilter, bookingsQuery } from '../api.ts'
import { staffQuery } from '../../staff/api.ts'
import { EditBookingDialog } from './booking-dialog.tsx'
import { DecideBookingDialog, ReleaseBookingDialog } from './decide-booking-dialog.tsx'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

const kinds: Record<Booking['state'], StatusKind> = {
  asked: 'waiting',
  firm: 'proven',
  refused: 'blocked',
  released: 'neutral',
}

/** Where a booking stands, and what stands in its way. */
const Standing = ({ booking }: { booking: Booking }) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const format = useFormat()
  return (
    <Group gap={6}>
      <StatusBadge kind={kinds[booking.state]}>{t(`state.${booking.state}`)}</StatusBadge>
      {booking.over !== null && (
        <StatusBadge kind="over">{t('booking.over', { days: format.staffDays(booking.over) })}</StatusBadge>
      )}
      {booking.inBlackout && (
        <StatusBadge kind={booking.staff?.critical ? 'blocked' : 'waiting'}>{t('inBlackout')}</StatusBadge>
      )}
    </Group>
  )
}

type Doing = { what: Booking['can'][number]; booking: Booking }

const actions = ['decide', 'edit', 'waive', 'release'] as const
/** A waiver is a way out, shown where there is something to leave. */
const offeredIn = ({ can }: Booking) => actions.filter((what) => what !== 'waive' || can.includes(what))

const useColumns = (onDo: (doing: Doing) => void, isOfOneProgram: boolean): Column<Booking>[] => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const format = useFormat()
  const daysWords = useDaysWords()
  return [
    {
      id: 'who',
      header: t('field.person'),
      isName: true,
      cell: ({ staff, profile }) => (
        <>
          {staff?.name ?? t('booking.unnamed')}
          <Text component="div" size="sm" fw={400} c="dimmed">
            {profile}
          </Text>
        </>
      ),
    },
    { id: 'when', header: t('period'), cell: daysWords },
    { id: 'days', header: t('field.days'), numeric: true, cell: ({ days }) => format.staffDays(days) },
    {
      id: 'what',
      header: t('field.purpose'),
      cell: ({ program, purpose }) => (
        <div>
          {program !== null && !isOfOneProgram && <Link to={paths.program.href(program.id)}>{program.reference}</Link>}{' '}
          {purpose}
        </div>
      ),
    },
    {
      id: 'by',
      header: t('booking.by'),
      cell: ({ askedBy, decidedBy }) => (
        <div>
          {askedBy.name}
          {decidedBy !== null && (
            <Text component="div" size="sm" c="dimmed">
              {t('booking.decidedBy', { name: decidedBy.name })}
            </Text>
          )}
        </div>
      ),
    },
    { id: 'state', header: t('booking.state'), cell: (booking) => <Standing booking={booking} /> },
    {
      id: 'do',
      header: t('find.action'),
      cell: (booking) => (
        <Group gap={6}>
          {offeredIn(booking).every((what) => !isNamed(booking, what)) && '–'}
          {offeredIn(booking).map((what) => (
            <ActionButton
              of={booking}
              to={what}
              key={what}
              size="compact-sm"
              variant={what === 'decide' ? 'light' : 'default'}
              aria-label={t(`booking.doFor.${what}`, { name: booking.staff?.name ?? booking.profile })}
              onClick={() => onDo({ what, booking })}
            >
              {t(`booking.do.${what}`)}
            </ActionButton>
          ))}
        </Group>
      ),
    },
  ]
}

const Dialogs = ({ doing, onClose }: { doing: Doing | null; onClose: () => void }) => {
  const { data } = useQuery(staffQuery())
  const locale = useLocale()
  const people = data?.items ?? []
  if (doing === null) return null
  const { what, booking } = doing
  if (what === 'waive')
    return (
      <WaiverDialog
        programId={booking.program?.id ?? ''}
        {...(booking.staff !== null && {
          absence: { staffId: booking.staff.id, name: booking.staff.name, from: booking.from, to: booking.to },
        })}
        gate={{ id: othersByWaiver.id, message: othersByWaiver.asks[locale], waivedBy: othersByWaiver.waivedBy ?? [] }}
        onClose={onClose}
      />
    )
  if (what === 'edit') return <EditBookingDialog booking={booking} people={people} onClose={onClose} />
  if (what === 'decide') return <DecideBookingDialog booking={booking} onClose={onClose} />
  return <ReleaseBookingDialog booking={booking} onClose={onClose} />
}

type Props = {
  filter: BookingFilter
  /** The one booking to show of them; all when none is named. */
  chosen?: string
}

/** Bookings, what became of each, and what this person may do with it. */
export const BookingTable = ({ filter, chosen = '' }: Props) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const { data, error, isPending, refetch, ...more } = useInfiniteQuery(bookingsQuery(filter))
  const [doing, setDoing] = useState<Doing | null>(null)
  const columns = useColumns(setDoing, filter.programId !== undefined)
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Stack gap="sm">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <DataTable
          caption={t('booking.caption')}
          isCaptionHidden
          columns={columns}
          rows={chosen === '' ? rows : rows.filter(({ id }) => id === chosen)}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={IconCalendarUser} title={t('booking.none')} />}
        />
      )}
      {more.hasNextPage && (
        <Button variant="default" loading={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      <Dialogs doing={doing} onClose={() => setDoing(null)} />
    </Stack>
  )
}
