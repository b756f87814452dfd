import { type Contribution, partnerships } from '@entente/shared/partnerships/contract'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programPartnershipsQuery, useContribute } from '../api.ts'
import { ContributionFields, contributionStart } from './contribution-fields.tsx'
import { MemberSelect } from './member-select.tsx'

const kinds = { promised: 'waiting', signed: 'waiting', received: 'proven' } as const satisfies Record<
  Contribution['state'],
  StatusKind
>

const ContributeDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('partnerships')
  const contribute = useContribute()
  const form = useFormOf(partnerships.contribute, contributionStart)
  const field = useFields(form, 'partnerships:')
  return (
    <FormDialog
      form={form}
      command={contribute}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('contribution.add')}
      action={t('contribution.save')}
      onClose={onClose}
    >
      <MemberSelect {...field('organizationId', t('organization'))} programId={programId} />
      <ContributionFields form={form} label={t('contribution.description')} />
      <DocumentField {...field('documentId', t('contribution.document'))} kind="receipt" isProof />
    </FormDialog>
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
      cell: ({ state }) => <StatusBadge kind={kinds[state]}>{t(`contribution.is.${state}`)}</StatusBadge>,
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
  const add = (
    <ActionButton
      of={data}
      to="reportContribution"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsAdding(true)}
    >
      {t('contribution.add')}
    </ActionButton>
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
