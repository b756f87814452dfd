import { type Objection, participation } from '@entente/shared/participation/contract'
import { Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useAnswerObjection, useObject } from '../api.ts'

type ObjectProps = { programId: string; onClose: () => void }

/** Records an objection of an organization with the document that carries it. */
export const ObjectionDialog = ({ programId, onClose }: ObjectProps) => {
  const { t } = useTranslation('participation')
  const object = useObject()
  const form = useFormOf(participation.object, {
    check: ({ documentId }) => ({ ...(documentId === '' && { documentId: t('documentRequired') }) }),
  })
  const field = useFields(form, 'participation:objection')
  return (
    <FormDialog
      form={form}
      command={object}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('objection.title')}
      action={t('objection.action')}
      onClose={onClose}
    >
      <MemberSelect {...field('organizationId', t('organization'))} programId={programId} />
      <Textarea {...field('content')} autosize minRows={3} />
      <DocumentField {...field('documentId', t('opinion.document'))} required isProof kind="opinion" />
    </FormDialog>
  )
}

type AnswerProps = { objection: Objection; onClose: () => void }

/** Answers an objection in writing. */
export const AnswerDialog = ({ objection, onClose }: AnswerProps) => {
  const { t } = useTranslation('participation')
  const answer = useAnswerObjection()
  const form = useFormOf(participation.answer)
  const field = useFields(form, 'participation:objection')
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
      <Textarea {...field('answer')} autosize minRows={3} />
    </FormDialog>
  )
}
