import { transfer, type TransferObjective } from '@entente/shared/transfer/contract'
import { Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { useVerifyObjective } from '../api.ts'
import { LevelSelect } from './level-select.tsx'

type Props = { objective: TransferObjective; onClose: () => void }

/** The level that was verified; below the target, why. */
export const VerifyDialog = ({ objective, onClose }: Props) => {
  const { t } = useTranslation('transfer')
  const verify = useVerifyObjective()
  const form = useFormOf(transfer.verify, {
    start: { level: objective.target },
    sent: ({ level }) => ({ ...(level >= objective.target && { notReachedReason: '' }) }),
    check: ({ level, notReachedReason }) => ({
      ...(level < objective.target &&
        notReachedReason.trim() === '' && { notReachedReason: t('verify.reasonRequired') }),
    }),
  })
  const field = useFields(form, 'transfer:verify')
  return (
    <FormDialog
      form={form}
      command={verify}
      request={(body) => ({ params: { id: objective.id }, body, ifMatch: objective.version })}
      title={t('verify.title')}
      action={t('verify.action')}
      onClose={onClose}
    >
      <Text size="sm">{objective.competence}</Text>
      <Text size="sm" c="dimmed">
        {t('verify.target', { level: t(`level.${objective.target}`) })} · {objective.verificationMethod}
      </Text>
      <LevelSelect {...field('level')} />
      {form.values.level < objective.target && (
        <Textarea {...field('notReachedReason', t('verify.reason'))} required autosize minRows={2} />
      )}
      <DocumentField {...field('documentId', t('verify.document'))} kind="report" />
    </FormDialog>
  )
}
