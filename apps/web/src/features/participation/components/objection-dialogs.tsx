import { type Objection, participation } from '@entente/shared/participation/contract'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf, choiceOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
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
  return (
    <FormDialog
      form={form}
      command={object}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('objection.title')}
      action={t('objection.action')}
      onClose={onClose}
    >
      <MemberSelect programId={programId} label={t('organization')} {...fieldOf(form, 'organizationId')} />
      <Textarea label={t('objection.content')} required autosize minRows={3} {...form.getInputProps('content')} />
      <DocumentField label={t('opinion.document')} kind="opinion" isRequired {...choiceOf(form, 'documentId')} />
    </FormDialog>
  )
}

type AnswerProps = { objection: Objection; onClose: () => void }

/** Answers an objection in writing. */
export const AnswerDialog = ({ objection, onClose }: AnswerProps) => {
  const { t } = useTranslation('participation')
  const answer = useAnswerObjection()
  const form = useForm({ initialValues: { answer: '' }, validate: checkedBy(participation.answer.body) })
  return (
    <FormDialog
      form={form}
      command={answer}
      request={(body) => ({ params: { id: objection.id }, body, ifMatch: objection.version })}
      title={t('objection.answerTitle', { name: objection.organization.name })}
      action={t('objection.answerAction')}
      onClose={onClose}
    >
      <Text size="sm">{objection.content}</Text>
      <Textarea label={t('objection.answer')} required autosize minRows={3} {...form.getInputProps('answer')} />
    </FormDialog>
  )
}
