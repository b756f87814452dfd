import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { usualPercent } from '@entente/shared/resources/rates/rules'
import { currencies } from '@entente/shared/kernel/money'
import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useRecordRate } from '../api.ts'
import { today } from '../../../../lib/format/days.ts'

const foreign = [...currencies].filter((code) => code !== 'CAD')

/** Records what a currency is worth on a day, and who says so. */
export const RateDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('resources/rates')
  const format = useFormat()
  const record = useRecordRate()
  const form = useFormOf(exchangeRates.record, { start: { currency: 'EUR', on: today() } })
  const field = useFields(form, 'resources/rates:rate')
  const { currency } = form.values
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
        {...field('currency', t('form.currency'))}
        data-autofocus
        data={foreign.map((value) => ({ value, label: `${value} · ${format.currency(value)}` }))}
      />
      <TextInput {...field('on')} type="date" max={today()} />
      <DecimalInput {...field('rate', t('rate.value', { currency }))} unit="$" />
      <TextInput {...field('source')} description={t('rate.sourceHint')} />
    </FormDialog>
  )
}
