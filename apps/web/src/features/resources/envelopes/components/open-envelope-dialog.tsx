import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { unit as unitWord, type Unit } from '@entente/shared/resources/rates/options'
import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useOpenEnvelope } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'

type Values = { unit: Unit; profile: string; holder: string; ceiling: string; reason: string }
type Props = { fiscalYear: number; onClose: () => void }

/** Opens an envelope of a fiscal year: what it counts, for which profile, held by whom, with which ceiling. */
export const OpenEnvelopeDialog = ({ fiscalYear, onClose }: Props) => {
  const { t } = useTranslation(['resources/envelopes', 'resources/rates'])
  const open = useOpenEnvelope()
  const bodyOf = ({ unit, profile, holder, ceiling, reason }: Values) => ({
    fiscalYear,
    unit,
    profile: profile.trim() === '' ? null : profile,
    holder: holder.trim() === '' ? null : holder,
    ceiling,
    reason,
  })
  const form = useForm<Values>({
    initialValues: { unit: 'CAD', profile: '', holder: '', ceiling: '', reason: '' },
    validate: (values) => checkedBy(envelopes.open.body)(bodyOf(values)),
  })
  const { mark } = useUnitWords(form.values.unit)
  return (
    <FormDialog
      form={form}
      command={open}
      request={(values) => ({ body: bodyOf(values) })}
      title={t('envelope.open', { from: fiscalYear, to: fiscalYear + 1 })}
      action={t('envelope.openAction')}
      onDone={() => {
        announce(t('envelope.opened'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text>{t('envelope.opensEmpty')}</Text>
      <NativeSelect
        label={t('envelope.counts')}
        data={unitWord.options.map((value) => ({ value, label: t(`unit.${value}`) }))}
        {...form.getInputProps('unit')}
      />
      <TextInput label={t('form.profile')} description={t('envelope.profileHint')} {...form.getInputProps('profile')} />
      <TextInput
        label={t('envelope.holder')}
        description={t('envelope.holderHint')}
        {...form.getInputProps('holder')}
      />
      <DecimalInput
        label={t('ceiling.title')}
        required
        unit={mark}
        {...form.getInputProps('ceiling')}
        value={form.values.ceiling}
      />
      <Textarea label={t('ceiling.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
