import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { compare } from '@entente/shared/kernel/money'
import { ActionIcon, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import styles from './allocation-form.module.css'
import { QuantityInput } from '../../rates/components/quantity-input.tsx'
import type { AllocationForm, LineValues } from './use-allocation-form.ts'
import { useEnvelopeName } from '../../envelopes/components/use-envelope-name.ts'

type Props = { form: AllocationForm; index: number; envelopes: readonly Envelope[] }

/** More than the envelope can give now; an amount in another currency is weighed by the server. */
const isTooMuch = (line: LineValues | undefined, envelope: Envelope | undefined) => {
  if (envelope === undefined || line === undefined) return false
  const isOwn = envelope.unit !== 'CAD' || line.currency === 'CAD'
  return isOwn && /^\d+(\.\d+)?$/.test(line.quantity) && compare(line.quantity, envelope.available) > 0
}

/** One line: from which envelope, how much, for what, when. */
export const AllocationLineFields = ({ form, index, envelopes }: Props) => {
  const { t } = useTranslation(['resources/requests', 'resources/envelopes'])
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const line = form.values.lines[index]
  const envelope = envelopes.find(({ id }) => id === line?.envelopeId)
  const field = (name: string) => form.getInputProps(`lines.${index}.${name}`)
  const isDays = envelope?.unit === 'staffDay'
  return (
    <Fieldset legend={t('form.line', { number: index + 1 })} className={styles.line}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
        <NativeSelect
          label={t('form.envelope')}
          required
          data={[
            { value: '', label: t('form.chooseEnvelope') },
            ...envelopes.map((item) => ({
              value: item.id,
              label: t('form.envelopeOption', {
                name: nameOf(item),
                available: format.quantity(item.available, item.unit),
              }),
            })),
          ]}
          {...field('envelopeId')}
        />
        <QuantityInput
          unit={envelope?.unit}
          quantity={{ ...field('quantity'), value: line?.quantity ?? '' }}
          currency={{ ...field('currency'), value: line?.currency ?? 'CAD' }}
        />
      </SimpleGrid>
      {isTooMuch(line, envelope) && <StatusBadge kind="over">{t('form.tooMuch')}</StatusBadge>}
      <TextInput label={t('form.description')} required {...field('description')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput type="date" label={t('form.from')} {...field('from')} />
        <TextInput type="date" label={t('form.to')} {...field('to')} />
        {isDays && <TextInput label={t('form.profile')} {...field('profile')} />}
      </SimpleGrid>
      {form.values.lines.length > 1 && (
        <Group justify="flex-end">
          <ActionIcon
            aria-label={t('form.removeLine', { number: index + 1 })}
            onClick={() => form.removeListItem('lines', index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Fieldset>
  )
}
