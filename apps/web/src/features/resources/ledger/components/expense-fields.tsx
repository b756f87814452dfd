import type { Unit } from '@entente/shared/resources/rates/options'
import { NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { staffQuery } from '../../../capacity/staff/api.ts'
import { DocumentField } from '../../../documents/components/document-field.tsx'

export type RecordValues = {
  quantity: string
  currency: string
  on: string
  documentId: string
  staffId: string
  from: string
  reason: string
}
export const noEvidence = { documentId: '', staffId: '', from: '', reason: '' }

const isShown = (unit: Unit, { documentId, staffId }: RecordValues) =>
  unit === 'staffDay' ? staffId !== '' : documentId !== ''

/** What shows an expense, as the contract wants it: a receipt or a person, or why there is none. */
export const evidenceOf = (unit: Unit, values: RecordValues) => {
  const { documentId, staffId, from, reason } = values
  return {
    ...(documentId !== '' && { documentId }),
    ...(unit === 'staffDay' && staffId !== '' && { staffId, ...(from !== '' && { from }) }),
    ...(reason.trim() !== '' && !isShown(unit, values) && { reason }),
  }
}

type Props = { unit: Unit; form: UseFormReturnType<RecordValues> }

/** Whose days these are, and since when; nobody, when it is said why. */
const PersonFields = ({ form }: Omit<Props, 'unit'>) => {
  const { t } = useTranslation('resources/ledger')
  const { data } = useQuery(staffQuery())
  return (
    <>
      <NativeSelect
        label={t('record.person')}
        data={[
          { value: '', label: t('record.nobody') },
          ...(data?.items ?? []).map(({ id, name, profile }) => ({ value: id, label: `${name} · ${profile}` })),
        ]}
        {...form.getInputProps('staffId')}
      />
      {form.values.staffId !== '' && (
        <TextInput
          type="date"
          label={t('record.firstDay')}
          description={t('record.firstDayHint')}
          max={form.values.on}
          {...form.getInputProps('from')}
        />
      )}
    </>
  )
}

/** What shows an expense: its receipt, or the person whose days it counts; else the reason why there is none. */
export const ExpenseFields = ({ unit, form }: Props) => {
  const { t } = useTranslation('resources/ledger')
  const { documentId } = form.values
  const shown = isShown(unit, form.values)
  return (
    <>
      {unit === 'staffDay' ? (
        <PersonFields form={form} />
      ) : (
        <DocumentField
          label={t('record.receipt')}
          kind="receipt"
          {...form.getInputProps('documentId')}
          value={documentId}
          error={shown && form.errors['documentId']}
        />
      )}
      {!shown && (
        <TextInput
          label={t(unit === 'staffDay' ? 'record.whyNobody' : 'record.whyNoReceipt')}
          {...form.getInputProps('reason')}
          error={form.errors['reason'] ?? (unit !== 'staffDay' && form.errors['documentId'])}
        />
      )}
    </>
  )
}
