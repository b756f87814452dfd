import { type Consultation, participation, stance } from '@entente/shared/participation/contract'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { MemberSelect } from '../../partnerships/components/member-select.tsx'
import { useConsult, useOpine } from '../api.ts'

type ConsultProps = { programId: string; onClose: () => void }

/** Asks an organization of the program what it thinks. */
export const ConsultDialog = ({ programId, onClose }: ConsultProps) => {
  const { t } = useTranslation('participation')
  const consult = useConsult()
  const form = useFormOf(participation.consult)
  const field = useFields(form, 'participation:consult')
  return (
    <FormDialog
      form={form}
      command={consult}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('consult.title')}
      action={t('consult.action')}
      onClose={onClose}
    >
      <MemberSelect {...field('organizationId', t('organization'))} programId={programId} />
      <Textarea {...field('question')} description={t('consult.questionHint')} autosize minRows={3} />
    </FormDialog>
  )
}

type OpineProps = { consultation: Consultation; onClose: () => void }

/** Gives the opinion of one's organization, or records it with its document. */
export const OpinionDialog = ({ consultation, onClose }: OpineProps) => {
  const { t } = useTranslation('participation')
  const opine = useOpine()
  const isRecorded = consultation.can.includes('record')
  const form = useFormOf(participation.opine, {
    start: { stance: 'favourable' },
    check: ({ documentId }) => ({ ...(isRecorded && documentId === '' && { documentId: t('documentRequired') }) }),
  })
  const field = useFields(form, 'participation:opinion')
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
        {...field('stance')}
        data={stance.options.map((value) => ({ value, label: t(`stance.${value}`) }))}
      />
      <Textarea {...field('opinion', t('opinion.text'))} autosize minRows={3} />
      <DocumentField {...field('documentId', t('opinion.document'))} kind="opinion" isProof required={isRecorded} />
    </FormDialog>
  )
}
