import type { Contribution } from '@entente/shared/partnerships/contract'
import { contributionState, contributionWorkflow } from '@entente/shared/partnerships/workflow'
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DecimalInput } from '../../../ui/form/decimal-input.tsx'

const currencies = ['CAD', 'EUR', 'USD', 'CHF', 'GBP', 'XOF', 'XAF', 'MGA', 'HTG']

export type ContributionValues = Pick<Contribution, 'description' | 'inKind' | 'amount' | 'state'>
export const noContribution: ContributionValues = {
  description: '',
  inKind: false,
  amount: { amount: '', currency: 'CAD' },
  state: contributionWorkflow.initial,
}

type Props = { form: UseFormReturnType<ContributionValues>; label: string }

/** What is brought, how much it is worth, and how sure it is. */
export const ContributionFields = ({ form, label }: Props) => {
  const { t } = useTranslation('partnerships')
  return (
    <>
      <TextInput label={label} required {...form.getInputProps('description')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DecimalInput
          label={t('contribution.amount')}
          required
          {...form.getInputProps('amount.amount')}
          value={form.values.amount.amount}
        />
        <NativeSelect label={t('contribution.currency')} data={currencies} {...form.getInputProps('amount.currency')} />
        <NativeSelect
          label={t('contribution.state')}
          data={contributionState.options.map((value) => ({ value, label: t(`contribution.is.${value}`) }))}
          {...form.getInputProps('state')}
        />
      </SimpleGrid>
      <Checkbox label={t('contribution.inKind')} {...form.getInputProps('inKind', { type: 'checkbox' })} />
    </>
  )
}
