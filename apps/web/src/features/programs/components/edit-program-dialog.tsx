import { type Program, programs } from '@entente/shared/programs/contract'
import { shortPathLimits } from '@entente/shared/programs/rules'
import { NativeSelect, SimpleGrid, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
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
  const format = useFormat()
  const people = useQuery(peopleQuery)
  const edit = useEditProgram()
  const form = useFormOf(programs.edit, { of: program, start: { coordinatorId: program.coordinator.id } })
  const field = useFields(form, 'programs:fact')
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
      <BilingualInput {...field('title', t('edit.name'))} />
      <NativeSelect
        {...field('coordinatorId', t('fact.coordinator'))}
        data={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DecimalInput {...field('plannedMoney.amount', t('fact.plannedMoney'))} unit="$" />
        <DecimalInput {...field('plannedDays')} unit={t('fact.dayUnit')} />
      </SimpleGrid>
      {program.path === 'short' && (
        <Text size="sm">
          {t('edit.shortPath', {
            money: format.money(shortPathLimits.money),
            days: format.staffDays(shortPathLimits.days),
          })}
        </Text>
      )}
    </FormDialog>
  )
}
