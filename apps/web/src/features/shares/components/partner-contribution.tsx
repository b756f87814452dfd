import { contributionState, partnerships } from '@entente/shared/partnerships/contract'
import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { announce } from '../../../ui/announcer.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DecimalInput } from '../../../ui/decimal-input.tsx'
import { useContribute } from '../../partnerships/api.ts'

const currencies = ['CAD', 'EUR', 'USD', 'CHF', 'GBP', 'XOF', 'XAF', 'MGA', 'HTG']

type Values = {
  description: string
  inKind: boolean
  amount: { amount: string; currency: string }
  state: (typeof contributionState.options)[number]
}

/** Reports what one's organization brings. */
export const PartnerContribution = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation(['partner', 'partnerships'])
  const contribute = useContribute()
  const form = useForm<Values>({
    initialValues: { description: '', inKind: false, amount: { amount: '', currency: 'CAD' }, state: 'promised' },
    validate: checkedBy(partnerships.contribute.body),
  })
  const send = form.onSubmit((body) =>
    contribute.mutate(
      { params: { id: programId }, body },
      {
        onSuccess: () => {
          announce(t('partner:contribution.done'))
          onClose()
        },
        onError: (error) => showProblem(form, error),
      },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('partner:contribution.title')}
      action={t('partner:contribution.send')}
      isBusy={contribute.isPending}
      error={contribute.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextInput
        label={t('partner:contribution.what')}
        required
        data-autofocus
        {...form.getInputProps('description')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <DecimalInput
          label={t('partner:contribution.amount')}
          required
          {...form.getInputProps('amount.amount')}
          value={form.values.amount.amount}
        />
        <NativeSelect
          label={t('partner:contribution.currency')}
          data={currencies}
          {...form.getInputProps('amount.currency')}
        />
        <NativeSelect
          label={t('partner:contribution.state')}
          data={contributionState.options.map((value) => ({
            value,
            label: t(`partnerships:contribution.is.${value}`),
          }))}
          {...form.getInputProps('state')}
        />
      </SimpleGrid>
      <Checkbox label={t('partnerships:contribution.inKind')} {...form.getInputProps('inKind', { type: 'checkbox' })} />
    </ConfirmDialog>
  )
}
