import type { partnerships } from '@entente/shared/partnerships/contract'
import { contributionState, contributionWorkflow } from '@entente/shared/partnerships/workflow'
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AnyForm, useFields } from '../../../lib/form/use-form-of.ts'
import type { ValuesOf } from '../../../lib/form/form-of.ts'
import { DecimalInput } from '../../../ui/form/decimal-input.tsx'

const currencies = ['CAD', 'EUR', 'USD', 'CHF', 'GBP', 'XOF', 'XAF', 'MGA', 'HTG']

/** A contribution begins as promised, in dollars. */
export const contributionStart = {
  start: { amount: { amount: '', currency: 'CAD' }, state: contributionWorkflow.initial },
}

type Props = { form: AnyForm<ValuesOf<typeof partnerships.contribute>>; label: string }

/** What is brought, how much it is worth, and how sure it is. */
export const ContributionFields = ({ form, label }: Props) => {
  const { t } = useTranslation('partnerships')
  const field = useFields(form, 'partnerships:contribution')
  return (
    <>
      <TextInput {...field('description', label)} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DecimalInput {...field('amount.amount', t('contribution.amount'))} />
        <NativeSelect {...field('amount.currency', t('contribution.currency'))} data={currencies} />
        <NativeSelect
          {...field('state')}
          data={contributionState.options.map((value) => ({ value, label: t(`contribution.is.${value}`) }))}
        />
      </SimpleGrid>
      <Checkbox {...field('inKind')} />
    </>
  )
}
