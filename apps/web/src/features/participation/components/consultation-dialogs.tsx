import { type Consultation, participation, stance } from '@entente/shared/participation/contract'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useConsult, useOpine } from '../api.ts'

type ConsultProps = { programId: string; onClose: () => void }

/** Asks an organization of the program what it thinks. */
export const ConsultDialog = ({ programId, onClose }: ConsultProps) => {
  const { t } = useTranslation('participation')
  const consult = useConsult()
  const form = useForm({
    initialValues: { organizationId: '', question: '' },
    validate: checkedBy(participation.consult.body),
  })
  return (
    <FormDialog
      form={form}
      command={consult}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('consult.title')}
      action={t('consult.action')}
      onClose={onClose}
    >
      <MemberSelect programId={programId} label={t('organization')} {...fieldOf(form, 'organizationId')} />
      <Textarea
        label={t('consult.question')}
        description={t('consult.questionHint')}
        required
        autosize
        minRows={3}
        {...form.getInputProps('question')}
      />
    </FormDialog>
  )
}

type OpineProps = { consultation: Consultation; onClose: () => void }
type Values = { stance: NonNullable<Consultation['stance']>; opinion: string; documentId: string | null }

/** Gives the opinion of one's organization, or records it with its document. */
export const OpinionDialog = ({ consultation, onClose }: OpineProps) => {
  const { t } = useTranslation('participation')
  const opine = useOpine()
  const isRecorded = consultation.can.includes('record')
  const form = useForm<Values>({
    initialValues: { stance: 'favourable', opinion: '', documentId: null },
    validate: (values) => ({
      ...checkedBy(participation.opine.body)(values),
      ...(isRecorded && values.documentId === null && { documentId: t('documentRequired') }),
    }),
  })
  return (
    <FormDialog
      form={form}
      command={opine}
      request={(body) => ({ params: { id: consultation.id }, body, ifMatch: consultation.version })}
      title={t(isRecorded ? 'opinion.record' : 'opinion.give', { name: consultation.organization.name })}
      action={t(isRecorded ? 'opinion.recordAction' : 'opinion.giveAction')}
      onClose={onClose}
    >
      <Text size="sm">{consultation.question}</Text>
      <NativeSelect
        label={t('opinion.stance')}
        data={stance.options.map((value) => ({ value, label: t(`stance.${value}`) }))}
        {...form.getInputProps('stance')}
      />
      <Textarea label={t('opinion.text')} required autosize minRows={3} {...form.getInputProps('opinion')} />
      <DocumentField
        label={t('opinion.document')}
        kind="opinion"
        isRequired={isRecorded}
        {...fieldOf(form, 'documentId')}
      />
    </FormDialog>
  )
}
