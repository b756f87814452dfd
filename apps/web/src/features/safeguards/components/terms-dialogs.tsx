import { safeguards, type Terms } from '@entente/shared/safeguards/contract'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useAgreeTerms, useProposeTerms } from '../api.ts'

type ProposeProps = { programId: string; onClose: () => void }

/** Proposes to the host what will be done, and within which bounds. */
export const ProposeTermsDialog = ({ programId, onClose }: ProposeProps) => {
  const { t } = useTranslation('safeguards')
  const propose = useProposeTerms()
  const form = useForm({
    initialValues: { organizationId: '', title: '', content: '' },
    validate: checkedBy(safeguards.propose.body),
  })
  const save = form.onSubmit((body) =>
    propose.mutate(
      { params: { id: programId }, body },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('propose.title')}
      action={t('propose.action')}
      isBusy={propose.isPending}
      error={propose.error}
      onConfirm={save}
      onClose={onClose}
    >
      <MemberSelect
        programId={programId}
        label={t('propose.host')}
        isHost
        value={form.values.organizationId}
        onChange={(id) => form.setFieldValue('organizationId', id)}
        error={form.errors['organizationId']}
      />
      <TextInput label={t('propose.name')} required {...form.getInputProps('title')} />
      <Textarea
        label={t('propose.content')}
        description={t('propose.contentHint')}
        required
        autosize
        minRows={6}
        maxRows={16}
        {...form.getInputProps('content')}
      />
    </ConfirmDialog>
  )
}

type AgreeProps = { terms: Terms; onClose: () => void }

/** Records the host's agreement, with the document that carries it. */
export const RecordAgreementDialog = ({ terms, onClose }: AgreeProps) => {
  const { t } = useTranslation('safeguards')
  const agree = useAgreeTerms()
  const form = useForm({
    initialValues: { agreedOn: '', documentId: '' },
    validate: (values) => ({
      ...(values.agreedOn === '' && { agreedOn: t('record.dayRequired') }),
      ...(values.documentId === '' && { documentId: t('record.documentRequired') }),
    }),
  })
  const save = form.onSubmit((body) =>
    agree.mutate(
      { params: { id: terms.id }, body, ifMatch: terms.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('record.title')}
      action={t('record.action')}
      isBusy={agree.isPending}
      error={agree.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text size="sm">
        {terms.title} · {terms.organization.name}
      </Text>
      <TextInput type="date" label={t('record.on')} required {...form.getInputProps('agreedOn')} />
      <DocumentField
        label={t('record.document')}
        kind="termsOfReference"
        audience="partner"
        isRequired
        value={form.values.documentId === '' ? null : form.values.documentId}
        onChange={(id) => form.setFieldValue('documentId', id ?? '')}
        error={form.errors['documentId']}
      />
    </ConfirmDialog>
  )
}
