import { transfer, type TransferObjective } from '@entente/shared/transfer/contract'
import { Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
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
  const save = form.onSubmit((values) =>
    verify.mutate(
      { params: { id: objective.id }, body: bodyOf(values), ifMatch: objective.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('verify.title')}
      action={t('verify.action')}
      isBusy={verify.isPending}
      error={verify.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text size="sm">{objective.competence}</Text>
      <Text size="sm" c="dimmed">
        {t('verify.target', { level: t(`level.${objective.target}`) })} · {objective.verificationMethod}
      </Text>
      <LevelSelect
        label={t('verify.level')}
        value={form.values.level}
        onChange={(level) => form.setFieldValue('level', level)}
        error={form.errors['level']}
      />
      {form.values.level < objective.target && (
        <Textarea
          label={t('verify.reason')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('notReachedReason')}
        />
      )}
      <DocumentField
        label={t('verify.document')}
        kind="report"
        value={form.values.documentId}
        onChange={(id) => form.setFieldValue('documentId', id)}
        error={form.errors['documentId']}
      />
    </ConfirmDialog>
  )
}
