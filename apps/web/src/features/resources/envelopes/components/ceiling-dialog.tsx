import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { minus } from '@entente/shared/kernel/money'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { today } from '../../../../lib/format/days.ts'
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
  const form = useFormOf(ceilings.propose, {
    start: { ceiling: envelope.ceiling.replace(/\.0+$/, ''), effectiveOn: today() },
  })
  const field = useFields(form, 'resources/envelopes:ceiling')
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
      <DecimalInput {...field('ceiling', t('ceiling.amount'))} data-autofocus unit={words.mark} />
      <TextInput {...field('effectiveOn', t('ceiling.from'))} type="date" min={today()} />
      <Textarea {...field('reason')} autosize minRows={2} />
    </FormDialog>
  )
}
