import { delegations } from '@entente/shared/resources/delegations/contract'
import { unit } from '@entente/shared/resources/rates/options'
import type { Person } from '@entente/shared/kernel/fields'
import { Checkbox, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { today } from '../../../../lib/format/days.ts'
import { useGiveDelegation } from '../api.ts'

/** Lets someone else decide while one is away: who, when, for what, up to how much. */
export const DelegationDialog = ({ delegates, onClose }: { delegates: readonly Person[]; onClose: () => void }) => {
  const { t } = useTranslation(['resources/delegations', 'resources/rates'])
  const give = useGiveDelegation()
  const form = useFormOf(delegations.give, {
    start: { startsOn: today(), endsOn: today(), units: [...unit.options] },
  })
  const field = useFields(form, 'resources/delegations:delegation')
  return (
    <FormDialog
      form={form}
      command={give}
      request={(body) => ({ body })}
      title={t('delegation.give')}
      action={t('delegation.send')}
      onDone={() => {
        announce(t('delegation.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <NativeSelect
        {...field('toId', t('delegation.to'))}
        data-autofocus
        data={[
          { value: '', label: t('delegation.choose') },
          ...delegates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput {...field('startsOn', t('delegation.from'))} type="date" min={today()} />
        <TextInput {...field('endsOn', t('delegation.until'))} type="date" min={today()} />
      </SimpleGrid>
      <Checkbox.Group {...field('units')} required>
        <Group gap="md" mt={4}>
          <Checkbox value="CAD" label={t('unit.CAD')} />
          <Checkbox value="staffDay" label={t('unit.staffDay')} />
          <Checkbox value="item" label={t('unit.item')} />
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DecimalInput {...field('limitMoney')} description={t('delegation.limitHint')} unit="$" />
        <DecimalInput {...field('limitDays')} description={t('delegation.limitHint')} unit={t('form.dayUnit')} />
      </SimpleGrid>
      <Textarea {...field('reason')} autosize minRows={2} />
    </FormDialog>
  )
}
