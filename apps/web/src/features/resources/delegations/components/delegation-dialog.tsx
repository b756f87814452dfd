import { delegations } from '@entente/shared/resources/delegations/contract'
import type { Unit } from '@entente/shared/resources/rates/options'
import type { Person } from '@entente/shared/kernel/fields'
import { Checkbox, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { today } from '../../rates/api.ts'
import { useGiveDelegation } from '../api.ts'

type Values = {
  toId: string
  startsOn: string
  endsOn: string
  units: Unit[]
  limitMoney: string
  limitDays: string
  reason: string
}
const bodyOf = ({ limitMoney, limitDays, ...rest }: Values) => ({
  ...rest,
  ...(limitMoney !== '' && { limitMoney }),
  ...(limitDays !== '' && { limitDays }),
})

/** Lets someone else decide while one is away: who, when, for what, up to how much. */
export const DelegationDialog = ({ delegates, onClose }: { delegates: readonly Person[]; onClose: () => void }) => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const give = useGiveDelegation()
  const form = useForm<Values>({
    initialValues: {
      toId: '',
      startsOn: today(),
      endsOn: today(),
      units: ['CAD', 'staffDay', 'item'],
      limitMoney: '',
      limitDays: '',
      reason: '',
    },
    validate: (values) => checkedBy(delegations.give.body)(bodyOf(values)),
  })
  return (
    <FormDialog
      form={form}
      command={give}
      request={(values) => ({ body: bodyOf(values) })}
      title={t('delegation.give')}
      action={t('delegation.send')}
      onDone={() => {
        announce(t('delegation.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <NativeSelect
        label={t('delegation.to')}
        required
        data-autofocus
        data={[
          { value: '', label: t('delegation.choose') },
          ...delegates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps('toId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={t('delegation.from')}
          required
          min={today()}
          {...form.getInputProps('startsOn')}
        />
        <TextInput type="date" label={t('delegation.until')} required min={today()} {...form.getInputProps('endsOn')} />
      </SimpleGrid>
      <Checkbox.Group label={t('delegation.units')} required {...form.getInputProps('units')}>
        <Group gap="md" mt={4}>
          <Checkbox value="CAD" label={t('unit.CAD')} />
          <Checkbox value="staffDay" label={t('unit.staffDay')} />
          <Checkbox value="item" label={t('unit.item')} />
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DecimalInput
          label={t('delegation.limitMoney')}
          description={t('delegation.limitHint')}
          unit="$"
          {...form.getInputProps('limitMoney')}
          value={form.values.limitMoney}
        />
        <DecimalInput
          label={t('delegation.limitDays')}
          description={t('delegation.limitHint')}
          unit={t('form.dayUnit')}
          {...form.getInputProps('limitDays')}
          value={form.values.limitDays}
        />
      </SimpleGrid>
      <Textarea label={t('delegation.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
