import type { Allocation, AllocationLine } from '@entente/shared/resources/requests/allocation-contract'
import { expenseRecord, ledgerRecord } from '@entente/shared/resources/ledger/contract'
import { sum } from '@entente/shared/kernel/money'
import { Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldErrorsOf } from '../../../../lib/form/form.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { DecimalInput } from '../../../../ui/form/decimal-input.tsx'
import { evidenceOf, ExpenseFields, noEvidence, type RecordValues } from './expense-fields.tsx'
import { quantityErrors, QuantityInput, quantityOf, useUnitWords } from '../../rates/components/quantity-input.tsx'
import { today } from '../../../../lib/format/days.ts'
import { useCommit, useRelease, useSpend } from '../api.ts'

export type RecordKind = 'commitment' | 'expense' | 'release'
type Props = { allocation: Allocation; line: AllocationLine; kind: RecordKind; onClose: () => void }

/** What can still be recorded on a line: commitments from the reservation, expenses from the commitment. */
export const leftFor = (line: AllocationLine, kind: RecordKind) => {
  if (kind === 'commitment') return line.reserved
  return kind === 'expense' ? line.committed : sum([line.reserved, line.committed])
}

const bodyOf = (line: AllocationLine, kind: RecordKind, values: RecordValues) => ({
  lineId: line.id,
  on: values.on,
  ...quantityOf(line.unit, values.quantity, values.currency),
  ...(kind === 'expense' && evidenceOf(line.unit, values)),
})

/** Writes one entry of the ledger against a line, with what is left of it in sight. */
export const RecordDialog = ({ allocation, line, kind, onClose }: Props) => {
  const { t } = useTranslation('resources/ledger')
  const format = useFormat()
  const commands = { commitment: useCommit(), expense: useSpend(), release: useRelease() }
  const command = commands[kind]
  const contract = kind === 'expense' ? expenseRecord : ledgerRecord
  const left = leftFor(line, kind)
  const words = useUnitWords(line.unit)
  const form = useForm<RecordValues>({
    initialValues: {
      quantity: kind === 'expense' ? '' : left.replace(/\.0+$/, ''),
      currency: 'CAD',
      on: today(),
      ...noEvidence,
    },
    validate: (values) => quantityErrors(checkedBy(contract)(bodyOf(line, kind, values))),
  })
  const save = form.onSubmit((values) =>
    command.mutate(
      { params: { id: allocation.id }, body: bodyOf(line, kind, values), ifMatch: allocation.version },
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
      <TextInput
        type="date"
        label={t(kind === 'expense' && line.unit === 'staffDay' ? 'record.lastDay' : 'record.on')}
        required
        {...form.getInputProps('on')}
      />
      {kind === 'expense' && <ExpenseFields unit={line.unit} form={form} />}
    </ConfirmDialog>
  )
}
