import { type Objection, participation } from '@entente/shared/participation/contract'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useAnswerObjection, useObject } from '../api.ts'

type ObjectProps = { programId: string; onClose: () => void }

/** Records an objection of an organization with the document that carries it. */
export const ObjectionDialog = ({ programId, onClose }: ObjectProps) => {
  const { t } = useTranslation('participation')
  const object = useObject()
  const form = useForm({
    initialValues: { content: '', organizationId: '', documentId: '' },
    validate: (values) => ({
      ...checkedBy(participation.object.body)(values),
      ...(values.documentId === '' && { documentId: t('documentRequired') }),
    }),
  })
  const save = form.onSubmit((body) =>
    object.mutate(
      { params: { id: programId }, body },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('objection.title')}
      action={t('objection.action')}
      isBusy={object.isPending}
      error={object.error}
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
      <Textarea label={t('objection.content')} required autosize minRows={3} {...form.getInputProps('content')} />
      <DocumentField
        label={t('opinion.document')}
        kind="opinion"
        isRequired
        value={form.values.documentId === '' ? null : form.values.documentId}
        onChange={(id) => form.setFieldValue('documentId', id ?? '')}
        error={form.errors['documentId']}
      />
    </ConfirmDialog>
  )
}

type AnswerProps = { objection: Objection; onClose: () => void }

/** Answers an objection in writing. */
export const AnswerDialog = ({ objection, onClose }: AnswerProps) => {
  const { t } = useTranslation('participation')
  const answer = useAnswerObjection()
  const form = useForm({ initialValues: { answer: '' }, validate: checkedBy(participation.answer.body) })
  const save = form.onSubmit((body) =>
    answer.mutate(
      { params: { id: objection.id }, body, ifMatch: objection.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('objection.answerTitle', { name: objection.organization.name })}
      action={t('objection.answerAction')}
      isBusy={answer.isPending}
      error={answer.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text size="sm">{objection.content}</Text>
      <Textarea label={t('objection.answer')} required autosize minRows={3} {...form.getInputProps('answer')} />
    </ConfirmDialog>
  )
}
