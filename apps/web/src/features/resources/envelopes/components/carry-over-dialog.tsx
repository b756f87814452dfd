import type { YearEnd } from '@entente/shared/resources/envelopes/year-end-contract'
import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { Button, Fieldset, Group, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useProposeYearEnd } from '../api.ts'
import { useUnitWords } from '../../rates/components/quantity-input.tsx'
import { useEnvelopeName } from './use-envelope-name.ts'

type Item = YearEnd['items'][number]
type AmountProps = { item: Item; field: { value?: unknown; onChange: (value: string) => void }; onLeave: () => void }

const CarryOver = ({ item: { envelope, left }, field, onLeave }: AmountProps) => {
  const { t } = useTranslation('resources/envelopes')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const words = useUnitWords(envelope.unit)
  return (
    <Fieldset legend={nameOf(envelope)}>
      <Group gap="sm" align="flex-end">
        <DecimalInput
          label={t('yearEnd.amount', { left: format.quantity(left, envelope.unit) })}
          required
          unit={words.mark}
          {...field}
          value={String(field.value)}
        />
        <Button variant="subtle" onClick={onLeave} aria-label={t('yearEnd.leaveOf', { name: nameOf(envelope) })}>
          {t('yearEnd.leave')}
        </Button>
      </Group>
    </Fieldset>
  )
}

/** Proposes what is carried over of each envelope, all together; someone else confirms each. */
export const CarryOverDialog = ({ items, onClose }: { items: readonly Item[]; onClose: () => void }) => {
  const { t } = useTranslation('resources/envelopes')
  const propose = useProposeYearEnd()
  const form = useFormOf(yearEnds.propose, {
    start: { carryOvers: items.map(({ envelope, left }) => ({ fromEnvelopeId: envelope.id, amount: left })) },
  })
  const field = useFields(form, 'resources/envelopes:ceiling')
  const chosen = form.values.carryOvers
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ body })}
      title={t('yearEnd.propose')}
      action={t('yearEnd.send', { count: chosen.length })}
      isDisabled={chosen.length === 0}
      onDone={() => {
        announce(t('yearEnd.sent'))
        onClose()
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('yearEnd.says')}</Text>
      {chosen.map(({ fromEnvelopeId }, index) => {
        const item = items.find(({ envelope }) => envelope.id === fromEnvelopeId)
        return (
          item !== undefined && (
            <CarryOver
              key={fromEnvelopeId}
              item={item}
              field={form.getInputProps(`carryOvers.${index}.amount`)}
              onLeave={() => form.removeListItem('carryOvers', index)}
            />
          )
        )
      })}
      <Textarea {...field('reason')} autosize minRows={2} />
    </FormDialog>
  )
}
