import { newStaff, staffEdit, type StaffMember } from '@entente/shared/capacity/staff/contract'
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
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { peopleQuery } from '../../../users/api.ts'
import { useAddStaff, useEditStaff } from '../api.ts'

type Values = Omit<StaffMember, 'id' | 'version' | 'can' | 'cannot' | 'userId'> & { userId: string }

const blank: Values = {
  name: '',
  userId: '',
  function: '',
  critical: false,
  profile: '',
  skills: [],
  languages: ['fr'],
  daysPerWeek: '5',
  availability: 100,
  leaves: [],
  active: true,
}
const editBody = ({ userId, ...rest }: Values) => ({ ...rest, userId: userId === '' ? null : userId })
const addBody = (values: Values) => {
  const { active: _, ...body } = editBody(values)
  return body
}

const valuesOf = ({ id: _id, version: _version, can: _can, ...person }: StaffMember): Values => ({
  ...person,
  userId: person.userId ?? '',
  daysPerWeek: person.daysPerWeek.replace(/\.0$/, ''),
})

type Form = { form: UseFormReturnType<Values> }

const LeaveFields = ({ form }: Form) => {
  const { t } = useTranslation('capacity/staff')
  return (
    <Fieldset legend={t('staff.leaves')} variant="filled">
      <Stack gap="xs">
        {form.values.leaves.map((leave, at) => (
          <Group key={`${at} ${form.values.leaves.length}`} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput type="date" label={t('field.from')} {...form.getInputProps(`leaves.${at}.from`)} />
            <TextInput type="date" label={t('field.to')} min={leave.from} {...form.getInputProps(`leaves.${at}.to`)} />
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
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <DecimalInput
        label={t('staff.daysPerWeek')}
        required
        {...form.getInputProps('daysPerWeek')}
        value={form.values.daysPerWeek}
      />
      <NumberInput
        label={t('staff.availability')}
        description={t('staff.availabilityHint')}
        required
        suffix=" %"
        min={1}
        max={100}
        {...form.getInputProps('availability')}
      />
    </SimpleGrid>
  )
}

const Fields = ({ form }: Form) => {
  const { t } = useTranslation('capacity/staff')
  const { data: accounts } = useQuery(peopleQuery)
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput label={t('staff.name')} required data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label={t('staff.account')}
          data={[
            { value: '', label: t('staff.noAccount') },
            ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('userId')}
        />
        <TextInput label={t('staff.function')} required {...form.getInputProps('function')} />
        <TextInput label={t('field.profile')} required {...form.getInputProps('profile')} />
      </SimpleGrid>
      <Checkbox
        label={t('staff.critical')}
        description={t('staff.criticalHint')}
        {...form.getInputProps('critical', { type: 'checkbox' })}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TagsInput label={t('staff.skills')} description={t('staff.skillsHint')} {...form.getInputProps('skills')} />
        <TagsInput
          label={t('staff.languages')}
          description={t('staff.languagesHint')}
          {...form.getInputProps('languages')}
        />
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
  const form = useForm<Values>({
    initialValues: person === null ? blank : valuesOf(person),
    validate: (values) =>
      person === null ? checkedBy(newStaff)(addBody(values)) : checkedBy(staffEdit)(editBody(values)),
  })
  const done = () => {
    announce(t('staff.saved'))
    onClose()
  }
  const frame = { form, onDone: done, onClose, action: t('booking.save') }
  if (person === null)
    return (
      <FormDialog {...frame} title={t('staff.add')} command={add} request={(values) => ({ body: addBody(values) })}>
        <Fields form={form} />
      </FormDialog>
    )
  const { id, name, version } = person
  return (
    <FormDialog
      {...frame}
      title={t('staff.editOf', { name })}
      command={edit}
      request={(values) => ({ params: { id }, body: editBody(values), ifMatch: version })}
    >
      <Fields form={form} />
      <Checkbox label={t('staff.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  )
}
