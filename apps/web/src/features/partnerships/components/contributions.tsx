import { type Contribution, contributionState, partnerships } from '@entente/shared/partnerships/contract'
import { Button, Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { useFormat } from '../../../lib/format.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DecimalInput } from '../../../ui/decimal-input.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Meaning, type MeaningKind } from '../../../ui/meaning.tsx'
import { Section } from '../../../ui/section.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programPartnershipsQuery, useContribute } from '../api.ts'
import { MemberSelect } from './member-select.tsx'

const kinds = { promised: 'waiting', signed: 'waiting', received: 'proven' } as const satisfies Record<
  Contribution['state'],
  MeaningKind
>
const currencies = ['CAD', 'EUR', 'USD', 'CHF', 'GBP', 'XOF', 'XAF', 'MGA', 'HTG']

type Values = {
  organizationId: string
  description: string
  inKind: boolean
  amount: { amount: string; currency: string }
  state: Contribution['state']
  documentId: string | null
}

const ContributeDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('partnerships')
  const contribute = useContribute()
  const form = useForm<Values>({
    initialValues: {
      organizationId: '',
      description: '',
      inKind: false,
      amount: { amount: '', currency: 'CAD' },
      state: 'promised',
      documentId: null,
    },
    validate: checkedBy(partnerships.contribute.body),
  })
  const save = form.onSubmit((body) =>
    contribute.mutate(
      { params: { id: programId }, body },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('contribution.add')}
      action={t('contribution.save')}
      isBusy={contribute.isPending}
      error={contribute.error}
      onConfirm={save}
      onClose={onClose}
    >
      <MemberSelect
        programId={programId}
        label={t('organization')}
        value={form.values.organizationId}
        onChange={(id) => form.setFieldValue('organizationId', id)}
        error={form.errors['organizationId']}
      />
      <TextInput label={t('contribution.description')} required {...form.getInputProps('description')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <DecimalInput
          label={t('contribution.amount')}
          required
          value={form.values.amount.amount}
          onChange={(amount) => form.setFieldValue('amount.amount', amount)}
          error={form.errors['amount.amount']}
        />
        <NativeSelect label={t('contribution.currency')} data={currencies} {...form.getInputProps('amount.currency')} />
        <NativeSelect
          label={t('contribution.state')}
          data={contributionState.options.map((value) => ({ value, label: t(`contribution.is.${value}`) }))}
          {...form.getInputProps('state')}
        />
      </SimpleGrid>
      <Checkbox label={t('contribution.inKind')} {...form.getInputProps('inKind', { type: 'checkbox' })} />
      <DocumentField
        label={t('contribution.document')}
        kind="receipt"
        value={form.values.documentId}
        onChange={(id) => form.setFieldValue('documentId', id)}
        error={form.errors['documentId']}
      />
    </ConfirmDialog>
  )
}

const useColumns = (): Column<Contribution>[] => {
  const { t } = useTranslation('partnerships')
  const format = useFormat()
  return [
    { id: 'organization', header: t('organization'), isName: true, cell: ({ organization }) => organization.name },
    {
      id: 'description',
      header: t('contribution.description'),
      cell: ({ description, inKind }) => (inKind ? t('contribution.kindOf', { description }) : description),
    },
    { id: 'amount', header: t('contribution.amount'), numeric: true, cell: ({ amount }) => format.money(amount) },
    {
      id: 'state',
      header: t('contribution.state'),
      cell: ({ state }) => <Meaning kind={kinds[state]}>{t(`contribution.is.${state}`)}</Meaning>,
    },
    { id: 'at', header: t('contribution.at'), cell: ({ reportedAt }) => format.date(reportedAt) },
    {
      id: 'document',
      header: t('contribution.piece'),
      cell: ({ documentId }) => documentId !== null && <DocumentLink id={documentId} />,
    },
  ]
}

/** What each organization brings: promised, signed, received. */
export const Contributions = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('partnerships')
  const { data } = useSuspenseQuery(programPartnershipsQuery(programId))
  const [isAdding, setIsAdding] = useState(false)
  const add = data.can.includes('reportContribution') && (
    <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('contribution.add')}
    </Button>
  )
  return (
    <Section id="contributions" title={t('contribution.heading')} actions={data.contributions.length > 0 && add}>
      <DataTable
        caption={t('contribution.heading')}
        isCaptionHidden
        columns={useColumns()}
        rows={data.contributions}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={IconCoins} title={t('contribution.empty')} action={add} />}
      />
      {isAdding && <ContributeDialog programId={programId} onClose={() => setIsAdding(false)} />}
    </Section>
  )
}
