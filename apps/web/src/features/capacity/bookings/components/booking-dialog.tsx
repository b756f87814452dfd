import { type Booking, bookings } from '@entente/shared/capacity/bookings/contract'
import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type PairForm, useFields, useFormOfPair } from '../../../../lib/form/use-form-of.ts'
import { today } from '../../../../lib/format/days.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useAskBooking, useEditBooking } from '../api.ts'
import { ActivityField } from './activity-field.tsx'
import { CapacityNote } from '../../load/components/capacity-note.tsx'
import { ProgramField } from './program-field.tsx'

/** What a need already says of the booking it becomes. */
export type Wish = { staffId: string; profile: string; from: string; to: string; days: string }
const operations = { add: bookings.ask, edit: bookings.edit }

type FieldsProps = { form: PairForm<typeof operations>; people: readonly StaffMember[]; children?: React.ReactNode }

const Fields = ({ form, people, children }: FieldsProps) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const field = useFields(form, 'capacity/bookings:field')
  const active = people.filter(({ active: isActive }) => isActive)
  const profiles = [...new Set(active.map(({ profile }) => profile))].toSorted((left, right) =>
    left.localeCompare(right),
  )
  const { staffId, profile, from, to, days } = form.values
  const person = active.find(({ id }) => id === staffId)
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          {...field('staffId', t('field.person'))}
          data={[
            { value: '', label: t('field.anyone') },
            ...active.map(({ id, name, profile: known }) => ({ value: id, label: `${name} · ${known}` })),
          ]}
        />
        {staffId === '' && (
          <NativeSelect
            {...field('profile', t('field.profile'))}
            required
            data={[{ value: '', label: t('field.choose') }, ...profiles]}
          />
        )}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput {...field('from', t('field.from'))} type="date" min={today()} />
        <TextInput {...field('to', t('field.to'))} type="date" min={from} />
        <DecimalInput {...field('days')} unit={t('dayUnit')} />
      </SimpleGrid>
      <CapacityNote profile={person?.profile ?? profile} staffId={staffId} from={from} to={to} days={days} />
      {children}
      <Textarea {...field('purpose')} autosize minRows={2} />
    </>
  )
}

type AskProps = { wish: Wish; people: readonly StaffMember[]; onClose: () => void }

/** Asks for someone, or for a profile: tentative until a manager confirms. */
export const BookingDialog = ({ wish, people, onClose }: AskProps) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const ask = useAskBooking()
  const form = useFormOfPair(operations, { start: wish })
  const field = useFields(form, 'capacity/bookings:field')
  return (
    <FormDialog
      form={form}
      command={ask}
      request={(body) => ({ body })}
      title={t('booking.ask')}
      action={t('booking.send')}
      onDone={() => {
        announce(t('booking.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <Fields form={form} people={people}>
        <ProgramField
          {...field('programId', t('field.program'))}
          onChange={(programId) => form.setValues({ programId, activityId: '' })}
        />
        {form.values.programId !== '' && (
          <ActivityField {...field('activityId', t('field.activity'))} programId={form.values.programId} />
        )}
      </Fields>
    </FormDialog>
  )
}

type EditProps = { booking: Booking; people: readonly StaffMember[]; onClose: () => void }

/** Changes a booking that nobody has decided. */
export const EditBookingDialog = ({ booking, people, onClose }: EditProps) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const edit = useEditBooking()
  const form = useFormOfPair(operations, { of: { ...booking, staffId: booking.staff?.id ?? null } })
  return (
    <FormDialog
      form={form}
      command={edit}
      request={(body) => ({ params: { id: booking.id }, body, ifMatch: booking.version })}
      title={t('booking.edit')}
      action={t('booking.save')}
      onClose={onClose}
    >
      <Fields form={form} people={people} />
    </FormDialog>
  )
}
