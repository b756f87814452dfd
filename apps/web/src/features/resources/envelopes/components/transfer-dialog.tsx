import { ceilings } from '@entente/shared/resources/envelopes/ceiling-contract'
import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { minus } from '@entente/shared/kernel/money'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { envelopesQuery, useProposeTransfer } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'
import { useEnvelopeName } from './use-envelope-name.ts'

type Props = { envelope: Envelope; onClose: () => void }

/** Proposes to move part of another envelope of the fiscal year here; someone else confirms it. */
export const TransferDialog = ({ envelope, onClose }: Props) => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const words = useUnitWords(envelope.unit)
  const propose = useProposeTransfer()
  const { data = [] } = useQuery(envelopesQuery(envelope.fiscalYear))
  const givers = data.filter(({ id, unit }) => id !== envelope.id && unit === envelope.unit)
  const form = useFormOf(ceilings.transfer)
  const field = useFields(form, 'resources/envelopes:ceiling')
  const { amount } = form.values
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ params: { id: envelope.id }, body })}
      title={t('transfer.title', { name: nameOf(envelope) })}
      action={t('transfer.send', {
        amount: /^\d+(\.\d+)?$/.test(amount) ? format.quantity(amount, envelope.unit) : '',
      })}
      isDisabled={givers.length === 0}
      onDone={() => {
        announce(t('ceiling.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      {givers.length === 0 && <Text size="sm">{t('transfer.none')}</Text>}
      <NativeSelect
        {...field('fromEnvelopeId', t('transfer.from'))}
        data={[
          { value: '', label: t('transfer.choose') },
          ...givers.map((giver) => ({
            value: giver.id,
            label: t('transfer.option', {
              name: nameOf(giver),
              available: format.quantity(minus(giver.available, giver.held), giver.unit),
            }),
          })),
        ]}
      />
      <DecimalInput {...field('amount', words.label)} unit={words.mark} />
      <Textarea {...field('reason')} autosize minRows={2} />
    </FormDialog>
  )
}
