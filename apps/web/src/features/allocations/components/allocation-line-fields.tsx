import type { Envelope } from '@entente/shared/allocations/ledger-contract'
import { compare } from '@entente/shared/kernel/money'
import { ActionIcon, Fieldset, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'
import { DecimalInput } from '../../../ui/decimal-input.tsx'
import { Meaning } from '../../../ui/meaning.tsx'
import styles from './allocation-form.module.css'
import type { AllocationForm } from './use-allocation-form.ts'
import { useEnvelopeName } from './use-envelope-name.ts'

type Props = { form: AllocationForm; index: number; envelopes: readonly Envelope[] }

/** One line: from which envelope, how much, for what, when. */
export const AllocationLineFields = ({ form, index, envelopes }: Props) => {
  const { t } = useTranslation('allocations')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const line = form.values.lines[index]
  const envelope = envelopes.find(({ id }) => id === line?.envelopeId)
  const isTooMuch =
    envelope !== undefined &&
    line !== undefined &&
    /^\d+(\.\d+)?$/.test(line.quantity) &&
    compare(line.quantity, envelope.available) > 0
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
        <DecimalInput
          label={t(isDays ? 'form.days' : 'form.amount')}
          required
          unit={isDays ? t('form.dayUnit') : '$'}
          {...field('quantity')}
          value={line?.quantity ?? ''}
        />
      </SimpleGrid>
      {isTooMuch && <Meaning kind="over">{t('form.tooMuch')}</Meaning>}
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
