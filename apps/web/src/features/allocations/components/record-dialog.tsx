import { type Allocation, type AllocationLine, ledgerRecord } from '@entente/shared/allocations/allocation-contract'
import { sum } from '@entente/shared/kernel/money'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldErrorsOf } from '../../../lib/form.ts'
import { useFormat } from '../../../lib/format.ts'
import { announce } from '../../../ui/announcer.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DecimalInput } from '../../../ui/decimal-input.tsx'
import { quantityErrors, QuantityInput, quantityOf, useUnitWords } from './quantity-input.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { today, useCommit, useRelease, useSpend } from '../api.ts'

export type RecordKind = 'commitment' | 'expense' | 'release'
type Props = { allocation: Allocation; line: AllocationLine; kind: RecordKind; onClose: () => void }

/** What can still be recorded on a line: commitments from the reservation, expenses from the commitment. */
export const leftFor = (line: AllocationLine, kind: RecordKind) => {
  if (kind === 'commitment') return line.reserved
  return kind === 'expense' ? line.committed : sum([line.reserved, line.committed])
}

type Values = { quantity: string; currency: string; on: string; documentId: string | null }

const bodyOf = (line: AllocationLine, { quantity, currency, on, documentId }: Values) => ({
  lineId: line.id,
  on,
  ...quantityOf(line.unit, quantity, currency),
  ...(documentId !== null && { documentId }),
})

/** Writes one entry of the ledger against a line, with what is left of it in sight. */
export const RecordDialog = ({ allocation, line, kind, onClose }: Props) => {
  const { t } = useTranslation('allocations')
  const format = useFormat()
  const commands = { commitment: useCommit(), expense: useSpend(), release: useRelease() }
  const command = commands[kind]
  const left = leftFor(line, kind)
  const words = useUnitWords(line.unit)
  const form = useForm<Values>({
    initialValues: {
      quantity: kind === 'expense' ? '' : left.replace(/\.0+$/, ''),
      currency: 'CAD',
      on: today(),
      documentId: null,
    },
    validate: (values) => quantityErrors(checkedBy(ledgerRecord)(bodyOf(line, values))),
  })
  const save = form.onSubmit((values) =>
    command.mutate(
      { params: { id: allocation.id }, body: bodyOf(line, values), ifMatch: allocation.version },
      {
        onSuccess: ({ amount, unit }) => {
          announce(t(`record.done.${kind}`, { amount: format.quantity(amount, unit) }))
          onClose()
        },
        onError: (error) => form.setErrors(quantityErrors(fieldErrorsOf(error))),
      },
    ),
  )
  const { quantity, currency, on } = form.values
  const isAmount = /^\d+(\.\d+)?$/.test(quantity)
  return (
    <ConfirmDialog
      isOpen
      title={t(`record.title.${kind}`)}
      action={t(`record.action.${kind}`, {
        amount: isAmount ? format.quantity(quantity, line.unit === 'CAD' ? currency : line.unit) : '',
      })}
      isBusy={command.isPending}
      error={command.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text size="sm">
        {line.description}. {t(`record.left.${kind}`, { amount: format.quantity(left, line.unit) })}
      </Text>
      {kind === 'release' ? (
        <DecimalInput
          label={words.label}
          required
          data-autofocus
          unit={words.mark}
          {...form.getInputProps('quantity')}
          value={quantity}
        />
      ) : (
        <QuantityInput
          isFirst
          unit={line.unit}
          on={on}
          quantity={{ ...form.getInputProps('quantity'), value: quantity }}
          currency={{ ...form.getInputProps('currency'), value: currency }}
        />
      )}
      <TextInput type="date" label={t('record.on')} required {...form.getInputProps('on')} />
      {kind === 'expense' && (
        <DocumentField
          label={t('record.receipt')}
          kind="receipt"
          {...form.getInputProps('documentId')}
          value={form.values.documentId}
        />
      )}
    </ConfirmDialog>
  )
}
