import type { Booking, BookingOutcome } from '@entente/shared/capacity/bookings/contract'
import { bookingWorkflow } from '@entente/shared/capacity/load/workflow'
import { NativeSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { useDecideBooking, useReleaseBooking } from '../api.ts'
import { matchesQuery } from '../../load/api.ts'
import { CapacityNote } from '../../load/components/capacity-note.tsx'
import { useDaysWords } from '../../staff/components/use-days-words.ts'

const { confirm, refuse } = bookingWorkflow.transitions

type Props = { booking: Booking; onClose: () => void }

const What = ({ booking }: { booking: Booking }) => {
  const { t } = useTranslation('capacity/bookings')
  const format = useFormat()
  const daysWords = useDaysWords()
  return (
    <Text size="sm">
      {t('booking.what', {
        who: booking.staff?.name ?? booking.profile,
        days: format.staffDays(booking.days),
        period: daysWords(booking),
        purpose: booking.purpose,
      })}
    </Text>
  )
}

type Chosen = { staffId: string; onChange: (staffId: string) => void }

/** Who is to do it: those of the profile, the freest first, each with what they have left. */
const WhoField = ({ booking, staffId, onChange }: { booking: Booking } & Chosen) => {
  const { t } = useTranslation('capacity/bookings')
  const format = useFormat()
  const { from, to, days, profile } = booking
  const { data } = useQuery(matchesQuery({ from, to, days, profile }))
  return (
    <NativeSelect
      label={t('booking.who')}
      required
      data-autofocus
      value={staffId}
      data={[
        { value: '', label: t('field.choose') },
        ...(data?.items ?? []).map(({ staff, remaining }) => ({
          value: staff.id,
          label: t('booking.whoHas', { name: staff.name, remaining: format.staffDays(remaining) }),
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Makes a booking firm, naming the person where none was named, or refuses it with a reason. */
export const DecideBookingDialog = ({ booking, onClose }: Props) => {
  const { t } = useTranslation('capacity/bookings')
  const [outcome, setOutcome] = useState<BookingOutcome>(confirm.to)
  const [staffId, setStaffId] = useState(booking.staff?.id ?? '')
  const [reason, setReason] = useState('')
  const decide = useDecideBooking()
  const isReady = outcome === confirm.to ? staffId !== '' : reason.trim() !== ''
  const body = outcome === confirm.to ? { outcome, staffId } : { outcome, reason }
  const send = () =>
    decide.mutate(
      { params: { id: booking.id }, body, ifMatch: booking.version },
      {
        onSuccess: () => {
          announce(t(`booking.done.${outcome}`))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('booking.decideTitle')}
      action={t(`booking.action.${outcome}`)}
      isBusy={decide.isPending}
      isDisabled={!isReady}
      isDangerous={outcome === refuse.to}
      error={decide.error}
      onConfirm={send}
      onClose={onClose}
    >
      <Stack gap="sm">
        <What booking={booking} />
        <SegmentedControl
          aria-label={t('booking.decideTitle')}
          value={outcome}
          data={[confirm.to, refuse.to].map((value) => ({ value, label: t(`booking.action.${value}`) }))}
          onChange={setOutcome}
        />
        {outcome === confirm.to && booking.staff === null && (
          <WhoField booking={booking} staffId={staffId} onChange={setStaffId} />
        )}
        {outcome === confirm.to && <CapacityNote {...booking} staffId={staffId} />}
        {outcome === refuse.to && (
          <Textarea
            label={t('booking.reason')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </ConfirmDialog>
  )
}

/** Gives the days of a booking back. */
export const ReleaseBookingDialog = ({ booking, onClose }: Props) => {
  const { t } = useTranslation('capacity/bookings')
  const [reason, setReason] = useState('')
  const release = useReleaseBooking()
  const send = () =>
    release.mutate(
      { params: { id: booking.id }, body: { reason }, ifMatch: booking.version },
      {
        onSuccess: () => {
          announce(t('booking.done.released'))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      isOpen
      title={t('booking.releaseTitle')}
      action={t('booking.action.release')}
      isBusy={release.isPending}
      isDisabled={reason.trim() === ''}
      error={release.error}
      onConfirm={send}
      onClose={onClose}
    >
      <What booking={booking} />
      <Textarea
        label={t('booking.reason')}
        required
        data-autofocus
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
