import { safeguards, type Terms } from '@entente/shared/safeguards/contract'
import { Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf, choiceOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
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
  return (
    <FormDialog
      form={form}
      command={propose}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('propose.title')}
      action={t('propose.action')}
      onClose={onClose}
    >
      <MemberSelect programId={programId} label={t('propose.host')} isHost {...fieldOf(form, 'organizationId')} />
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
    </FormDialog>
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
      <TextInput type="date" label={t('record.on')} required {...form.getInputProps('agreedOn')} />
      <DocumentField
        label={t('record.document')}
        kind="termsOfReference"
        audience="partner"
        isRequired
        {...choiceOf(form, 'documentId')}
      />
    </FormDialog>
  )
}
