import { safeguards, type Terms } from '@entente/shared/safeguards/contract'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useAgreeTerms, useProposeTerms } from '../api.ts'

type ProposeProps = { programId: string; onClose: () => void }

/** Proposes to the host what will be done, and within which bounds. */
export const ProposeTermsDialog = ({ programId, onClose }: ProposeProps) => {
  const { t } = useTranslation('safeguards')
  const propose = useProposeTerms()
  const form = useFormOf(safeguards.propose)
  const field = useFields(form, 'safeguards:propose')
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('propose.title')}
      action={t('propose.action')}
      onClose={onClose}
    >
      <MemberSelect {...field('organizationId', t('propose.host'))} programId={programId} isHost />
      <TextInput {...field('title', t('propose.name'))} />
      <Textarea {...field('content')} description={t('propose.contentHint')} autosize minRows={6} maxRows={16} />
    </FormDialog>
  )
}

type AgreeProps = { terms: Terms; onClose: () => void }

/** Records the host's agreement, with the document that carries it. */
export const RecordAgreementDialog = ({ terms, onClose }: AgreeProps) => {
  const { t } = useTranslation('safeguards')
  const agree = useAgreeTerms()
  const form = useFormOf(safeguards.agree, {
    check: ({ agreedOn, documentId }) => ({
      ...(agreedOn === '' && { agreedOn: t('record.dayRequired') }),
      ...(documentId === '' && { documentId: t('record.documentRequired') }),
    }),
  })
  const field = useFields(form, 'safeguards:')
  return (
    <FormDialog
      form={form}
      command={agree}
      request={(body) => ({ params: { id: terms.id }, body, ifMatch: terms.version })}
      title={t('record.title')}
      action={t('record.action')}
      onClose={onClose}
    >
      <Text size="sm">
        {terms.title} · {terms.organization.name}
      </Text>
      <TextInput {...field('agreedOn', t('record.on'))} required type="date" />
      <DocumentField
        {...field('documentId', t('record.document'))}
        required
        kind="termsOfReference"
        isProof
        audience="organization"
      />
    </FormDialog>
  )
}
