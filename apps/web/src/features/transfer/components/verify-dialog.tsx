import { transfer, type TransferObjective } from '@entente/shared/transfer/contract'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { useVerifyObjective } from '../api.ts'
import { LevelSelect } from './level-select.tsx'

type Props = { objective: TransferObjective; onClose: () => void }
type Values = { level: number; notReachedReason: string; documentId: string | null }

/** The level that was verified; below the target, why. */
export const VerifyDialog = ({ objective, onClose }: Props) => {
  const { t } = useTranslation('transfer')
  const verify = useVerifyObjective()
  const bodyOf = ({ notReachedReason, ...rest }: Values) => ({
    ...rest,
    notReachedReason: rest.level >= objective.target || notReachedReason.trim() === '' ? null : notReachedReason,
  })
  const form = useForm<Values>({
    initialValues: { level: objective.target, notReachedReason: '', documentId: null },
    validate: (values) => ({
      ...checkedBy(transfer.verify.body)(bodyOf(values)),
      ...(values.level < objective.target &&
        values.notReachedReason.trim() === '' && { notReachedReason: t('verify.reasonRequired') }),
    }),
  })
  return (
    <FormDialog
      form={form}
      command={verify}
      request={(values) => ({ params: { id: objective.id }, body: bodyOf(values), ifMatch: objective.version })}
      title={t('verify.title')}
      action={t('verify.action')}
      onClose={onClose}
    >
      <Text size="sm">{objective.competence}</Text>
      <Text size="sm" c="dimmed">
        {t('verify.target', { level: t(`level.${objective.target}`) })} · {objective.verificationMethod}
      </Text>
      <LevelSelect label={t('verify.level')} {...fieldOf(form, 'level')} />
      {form.values.level < objective.target && (
        <Textarea
          label={t('verify.reason')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('notReachedReason')}
        />
      )}
      <DocumentField label={t('verify.document')} kind="report" {...fieldOf(form, 'documentId')} />
    </FormDialog>
  )
}
