import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { minus } from '@entente/shared/kernel/money'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy } from '../../../../lib/form/form.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { today } from '../../rates/api.ts'
import { useProposeCeiling } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'
import { useEnvelopeName } from './use-envelope-name.ts'

type Props = { envelope: Envelope; onClose: () => void }

/** Proposes another ceiling from a day on; someone else confirms it. */
export const CeilingDialog = ({ envelope, onClose }: Props) => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const words = useUnitWords(envelope.unit)
  const propose = useProposeCeiling()
  const form = useForm({
    initialValues: { ceiling: envelope.ceiling.replace(/\.0+$/, ''), effectiveOn: today(), reason: '' },
    validate: checkedBy(ceilings.propose.body),
  })
  const { ceiling } = form.values
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ params: { id: envelope.id }, body })}
      title={t('ceiling.of', { name: nameOf(envelope) })}
      action={t('ceiling.send', {
        amount: /^\d+(\.\d+)?$/.test(ceiling) ? format.quantity(ceiling, envelope.unit) : '',
      })}
      onDone={() => {
        announce(t('ceiling.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {t('ceiling.now', {
          ceiling: format.quantity(envelope.ceiling, envelope.unit),
          free: format.quantity(minus(envelope.available, envelope.held), envelope.unit),
        })}
      </Text>
      <DecimalInput
        label={t('ceiling.amount')}
        required
        data-autofocus
        unit={words.mark}
        {...form.getInputProps('ceiling')}
        value={ceiling}
      />
      <TextInput type="date" label={t('ceiling.from')} required min={today()} {...form.getInputProps('effectiveOn')} />
      <Textarea label={t('ceiling.reason')} required autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
