import { type Program, programEdit } from '@entente/shared/programs/contract'
import { NativeSelect, SimpleGrid } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../lib/form/form.ts'
import { BilingualInput } from '../../../ui/form/bilingual-input.tsx'
import { DecimalInput } from '../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { peopleQuery } from '../../users/api.ts'
import { useEditProgram } from '../api.ts'

type Props = { program: Program; onClose: () => void }

/** Title, person responsible and estimates. */
export const EditProgramDialog = ({ program: shown, onClose }: Props) => {
  // What is saved rests on what was read when the dialog opened: a change made meanwhile is refused, not undone.
  const [program] = useState(shown)
  const { t } = useTranslation('programs')
  const people = useQuery(peopleQuery)
  const edit = useEditProgram()
  const form = useForm({
    initialValues: {
      title: program.title,
      coordinatorId: program.coordinator.id,
      plannedMoney: { amount: program.plannedMoney.amount, currency: 'CAD' as const },
      plannedDays: program.plannedDays,
    },
    validate: checkedBy(programEdit),
  })
  const others = (people.data ?? []).filter(
    ({ id, can }) => id !== program.coordinator.id && can.includes('coordinate'),
  )
  const coordinators = [program.coordinator, ...others]
  return (
    <FormDialog
      form={form}
      command={edit}
      request={(body) => ({ params: { id: program.id }, body, ifMatch: program.version })}
      title={t('edit.title')}
      action={t('edit.save')}
      onClose={onClose}
    >
      <BilingualInput
        label={t('edit.name')}
        value={form.values.title}
        onChange={(title) => form.setFieldValue('title', title)}
        errors={{ fr: form.errors['title.fr'], en: form.errors['title.en'] }}
      />
      <NativeSelect
        label={t('fact.coordinator')}
        data={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('coordinatorId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DecimalInput
          label={t('fact.plannedMoney')}
          unit="$"
          {...form.getInputProps('plannedMoney.amount')}
          value={form.values.plannedMoney.amount}
        />
        <DecimalInput
          label={t('fact.plannedDays')}
          unit={t('fact.dayUnit')}
          {...form.getInputProps('plannedDays')}
          value={form.values.plannedDays}
        />
      </SimpleGrid>
    </FormDialog>
  )
}
