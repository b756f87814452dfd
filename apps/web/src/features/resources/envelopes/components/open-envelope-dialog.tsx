import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { unit as unitWord } from '@entente/shared/resources/rates/options'
import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useOpenEnvelope } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'

type Props = { fiscalYear: number; onClose: () => void }

/** Opens an envelope of a fiscal year: what it counts, for which profile, held by whom, with which ceiling. */
export const OpenEnvelopeDialog = ({ fiscalYear, onClose }: Props) => {
  const { t } = useTranslation(['resources/envelopes', 'resources/rates'])
  const open = useOpenEnvelope()
  const form = useFormOf(envelopes.open, { start: { fiscalYear } })
  const field = useFields(form, 'resources/envelopes:form')
  const { mark } = useUnitWords(form.values.unit)
  return (
    <FormDialog
      form={form}
      command={open}
      request={(body) => ({ body })}
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
        {...field('unit', t('envelope.counts'))}
        data={unitWord.options.map((value) => ({ value, label: t(`unit.${value}`) }))}
      />
      <TextInput {...field('profile')} description={t('envelope.profileHint')} />
      <TextInput {...field('holder', t('envelope.holder'))} description={t('envelope.holderHint')} />
      <DecimalInput {...field('ceiling', t('ceiling.title'))} unit={mark} />
      <Textarea {...field('reason', t('ceiling.reason'))} autosize minRows={2} />
    </FormDialog>
  )
}
