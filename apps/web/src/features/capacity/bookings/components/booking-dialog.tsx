import { type Booking, bookingEdit, newBooking } from '@entente/shared/capacity/bookings/contract'
import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, choiceOf, fieldOf } from '../../../../lib/form/form.ts'
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
type Values = Wish & { programId: string; activityId: string; purpose: string }

const sharedBody = ({ staffId, profile, from, to, days, purpose }: Values) => ({
  staffId: staffId === '' ? null : staffId,
  ...(profile !== '' && { profile }),
  from,
  to,
  days,
  purpose,
})
const askBody = (values: Values) => ({
  ...sharedBody(values),
  programId: values.programId === '' ? null : values.programId,
  activityId: values.activityId === '' ? null : values.activityId,
})

type FieldsProps = { form: UseFormReturnType<Values>; people: readonly StaffMember[]; children?: React.ReactNode }

const Fields = ({ form, people, children }: FieldsProps) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
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
          label={t('field.person')}
          data={[
            { value: '', label: t('field.anyone') },
            ...active.map(({ id, name, profile: known }) => ({ value: id, label: `${name} · ${known}` })),
          ]}
          {...form.getInputProps('staffId')}
        />
        {staffId === '' && (
          <NativeSelect
            label={t('field.profile')}
            required
            data={[{ value: '', label: t('field.choose') }, ...profiles]}
            {...form.getInputProps('profile')}
          />
        )}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextInput type="date" label={t('field.from')} required min={today()} {...form.getInputProps('from')} />
        <TextInput type="date" label={t('field.to')} required min={from} {...form.getInputProps('to')} />
        <DecimalInput
          label={t('field.days')}
          required
          unit={t('dayUnit')}
          {...form.getInputProps('days')}
          value={days}
        />
      </SimpleGrid>
      <CapacityNote profile={person?.profile ?? profile} staffId={staffId} from={from} to={to} days={days} />
      {children}
      <Textarea label={t('field.purpose')} required autosize minRows={2} {...form.getInputProps('purpose')} />
    </>
  )
}

type AskProps = { wish: Wish; people: readonly StaffMember[]; onClose: () => void }

/** Asks for someone, or for a profile: tentative until a manager confirms. */
export const BookingDialog = ({ wish, people, onClose }: AskProps) => {
  const { t } = useTranslation(['capacity/bookings', 'capacity/staff', 'capacity/load'])
  const ask = useAskBooking()
  const form = useForm<Values>({
    initialValues: { ...wish, programId: '', activityId: '', purpose: '' },
    validate: (values) => checkedBy(newBooking)(askBody(values)),
  })
  return (
    <FormDialog
      form={form}
      command={ask}
      request={(values) => ({ body: askBody(values) })}
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
          {...choiceOf(form, 'programId')}
          onChange={(programId) => form.setValues({ programId: programId ?? '', activityId: '' })}
        />
        {form.values.programId !== '' && (
          <ActivityField programId={form.values.programId} {...fieldOf(form, 'activityId')} />
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
  const { id, staff, profile, from, to, days, purpose, version } = booking
  const form = useForm<Values>({
    initialValues: { staffId: staff?.id ?? '', profile, from, to, days, purpose, programId: '', activityId: '' },
    validate: (values) => checkedBy(bookingEdit)(sharedBody(values)),
  })
  return (
    <FormDialog
      form={form}
      command={edit}
      request={(values) => ({ params: { id }, body: sharedBody(values), ifMatch: version })}
      title={t('booking.edit')}
      action={t('booking.save')}
      onClose={onClose}
    >
      <Fields form={form} people={people} />
    </FormDialog>
  )
}
