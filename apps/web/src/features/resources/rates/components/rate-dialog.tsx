import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { usualPercent } from '@entente/shared/resources/rates/rules'
import { currencies } from '@entente/shared/kernel/money'
import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { today, useRecordRate } from '../api.ts'

const foreign = [...currencies].filter((code) => code !== 'CAD')

/** Records what a currency is worth on a day, and who says so. */
export const RateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  const record = useRecordRate()
  const form = useForm({
    initialValues: { currency: 'EUR', on: today(), rate: '', source: '' },
    validate: checkedBy(exchangeRates.record.body),
  })
  const { currency, rate } = form.values
  return (
    <FormDialog
      form={form}
      command={record}
      request={(body) => ({ body })}
      title={t('rate.record')}
      action={t('rate.send')}
      onDone={({ confirmation }) => {
        announce(t(confirmation === 'awaited' ? 'rate.sentAwaited' : 'rate.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text>{t('rate.unusual', { percent: usualPercent })}</Text>
      <NativeSelect
        label={t('form.currency')}
        required
        data-autofocus
        data={foreign.map((value) => ({ value, label: `${value} · ${format.currency(value)}` }))}
        {...form.getInputProps('currency')}
      />
      <TextInput type="date" label={t('rate.on')} required max={today()} {...form.getInputProps('on')} />
      <DecimalInput
        label={t('rate.value', { currency })}
        required
        unit="$"
        {...form.getInputProps('rate')}
        value={rate}
      />
      <TextInput
        label={t('rate.source')}
        description={t('rate.sourceHint')}
        required
        {...form.getInputProps('source')}
      />
    </FormDialog>
  )
}
