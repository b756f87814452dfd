import { type Agreement, agreementKind, partnerships } from '@entente/shared/partnerships/contract'
import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconPlus, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programPartnershipsQuery, useSignAgreement } from '../api.ts'
import { MemberSelect } from './member-select.tsx'

const SignDialog = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('partnerships')
  const sign = useSignAgreement()
  const form = useFormOf(partnerships.sign, { start: { kind: 'memorandum' } })
  const field = useFields(form, 'partnerships:agreement')
  return (
    <FormDialog
      form={form}
      command={sign}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('agreement.add')}
      action={t('agreement.save')}
      onClose={onClose}
    >
      <MemberSelect {...field('organizationId', t('organization'))} programId={programId} />
      <NativeSelect
        {...field('kind')}
        data={agreementKind.options.map((value) => ({ value, label: t(`agreement.is.${value}`) }))}
      />
      <TextInput {...field('title')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput {...field('signedOn')} type="date" />
        <TextInput {...field('startsOn')} type="date" />
        <TextInput {...field('endsOn')} type="date" />
      </SimpleGrid>
      <DocumentField
        {...field('documentId', t('agreement.document'))}
        kind="agreement"
        isProof
        audience="organization"
      />
    </FormDialog>
  )
}

const useColumns = (): Column<Agreement>[] => {
  const { t } = useTranslation('partnerships')
  const format = useFormat()
  return [
    { id: 'title', header: t('agreement.title'), isName: true, cell: ({ title }) => title },
    { id: 'organization', header: t('organization'), cell: ({ organization }) => organization.name },
    { id: 'kind', header: t('agreement.kind'), cell: ({ kind }) => t(`agreement.is.${kind}`) },
    {
      id: 'period',
      header: t('agreement.period'),
      cell: ({ startsOn, endsOn }) => t('agreement.fromTo', { from: format.day(startsOn), to: format.day(endsOn) }),
    },
    {
      id: 'force',
      header: t('agreement.force'),
      cell: ({ inForce }) => (
        <StatusBadge kind={inForce ? 'proven' : 'neutral'}>
          {t(inForce ? 'agreement.inForce' : 'agreement.over')}
        </StatusBadge>
      ),
    },
    { id: 'document', header: t('agreement.document'), cell: ({ documentId }) => <DocumentLink id={documentId} /> },
  ]
}

/** Signed agreements of the program. */
export const Agreements = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('partnerships')
  const { data } = useSuspenseQuery(programPartnershipsQuery(programId))
  const [isSigning, setIsSigning] = useState(false)
  const add = (
    <ActionButton
      of={data}
      to="edit"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsSigning(true)}
    >
      {t('agreement.add')}
    </ActionButton>
  )
  return (
    <Section id="agreements" title={t('agreement.heading')} actions={data.agreements.length > 0 && add}>
      <DataTable
        caption={t('agreement.heading')}
        isCaptionHidden
        columns={useColumns()}
        rows={data.agreements}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={IconSignature} title={t('agreement.empty')} action={add} />}
      />
      {isSigning && <SignDialog programId={programId} onClose={() => setIsSigning(false)} />}
    </Section>
  )
}
