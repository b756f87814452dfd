import { staff, type StaffMember } from '@entente/shared/capacity/staff/contract'
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type PairForm, useFields, useFormOfPair } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { peopleQuery } from '../../../users/api.ts'
import { useAddStaff, useEditStaff } from '../api.ts'

type Form = { form: PairForm<typeof staff> }

const LeaveFields = ({ form }: Form) => {
  const { t } = useTranslation('capacity/staff')
  const field = useFields(form, 'capacity/staff:')
  return (
    <Fieldset legend={t('staff.leaves')} variant="filled">
      <Stack gap="xs">
        {form.values.leaves.map((leave, at) => (
          <Group key={`${at} ${form.values.leaves.length}`} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput {...field(`leaves.${at}.from`, t('field.from'))} type="date" />
            <TextInput {...field(`leaves.${at}.to`, t('field.to'))} type="date" min={leave.from} />
            <Button
              variant="default"
              px="xs"
              aria-label={t('staff.removeLeave', { from: leave.from })}
              onClick={() => form.removeListItem('leaves', at)}
            >
              <IconTrash size={16} aria-hidden />
            </Button>
          </Group>
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('leaves', { from: '', to: '' })}
        >
          {t('staff.addLeave')}
        </Button>
      </Stack>
    </Fieldset>
  )
}

const WorkFields = ({ form }: Form) => {
  const { t } = useTranslation('capacity/staff')
  const field = useFields(form, 'capacity/staff:staff')
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <DecimalInput {...field('daysPerWeek')} />
      <NumberInput {...field('availability')} description={t('staff.availabilityHint')} suffix=" %" min={1} max={100} />
    </SimpleGrid>
  )
}

const Fields = ({ form }: Form) => {
  const { t } = useTranslation('capacity/staff')
  const field = useFields(form, 'capacity/staff:staff')
  const { data: accounts } = useQuery(peopleQuery)
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput {...field('name')} data-autofocus />
        <NativeSelect
          {...field('userId', t('staff.account'))}
          data={[
            { value: '', label: t('staff.noAccount') },
            ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput {...field('function')} />
        <TextInput {...field('profile', t('field.profile'))} />
      </SimpleGrid>
      <Checkbox {...field('critical')} description={t('staff.criticalHint')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TagsInput {...field('skills')} description={t('staff.skillsHint')} />
        <TagsInput {...field('languages')} description={t('staff.languagesHint')} />
      </SimpleGrid>
      <WorkFields form={form} />
      <LeaveFields form={form} />
    </>
  )
}

/** What planning needs to know of someone, and nothing else. */
export const StaffDialog = ({ person, onClose }: { person: StaffMember | null; onClose: () => void }) => {
  const { t } = useTranslation('capacity/staff')
  const [add, edit] = [useAddStaff(), useEditStaff()]
  const form = useFormOfPair(staff, {
    ...(person === null && { start: { languages: ['fr'] } }),
    of: person === null ? undefined : { ...person, daysPerWeek: person.daysPerWeek.replace(/\.0$/, '') },
  })
  const field = useFields(form, 'capacity/staff:staff')
  const done = () => {
    announce(t('staff.saved'))
    onClose()
  }
  const frame = { form, onDone: done, onClose, action: t('booking.save') }
  if (person === null)
    return (
      <FormDialog {...frame} title={t('staff.add')} command={add} request={(body) => ({ body })}>
        <Fields form={form} />
      </FormDialog>
    )
  const { id, name, version } = person
  return (
    <FormDialog
      {...frame}
      title={t('staff.editOf', { name })}
      command={edit}
      request={(body) => ({ params: { id }, body, ifMatch: version })}
    >
      <Fields form={form} />
      <Checkbox {...field('active')} />
    </FormDialog>
  )
}
