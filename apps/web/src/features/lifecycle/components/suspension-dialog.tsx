import { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { suspensionCause, suspensionCauses } from '@entente/shared/programs/workflow'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form.ts'
import { useLocale } from '../../../lib/locale.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { useResumeProgram, useSuspendProgram } from '../api.ts'

type Props = { program: Program; onClose: () => void }

/** Lays a suspension over the present stage: nothing moves until it is lifted. */
export const SuspendDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const locale = useLocale()
  const suspend = useSuspendProgram()
  const form = useForm({
    initialValues: { cause: suspensionCause.enum.security, note: '' },
    validate: checkedBy(lifecycle.suspend.body),
  })
  const save = form.onSubmit((body) =>
    suspend.mutate(
      { params: { id: program.id }, body, ifMatch: program.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('suspend.title')}
      action={t('suspend.action')}
      isBusy={suspend.isPending}
      error={suspend.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Text size="sm">{t('suspend.detail')}</Text>
      <NativeSelect
        label={t('suspend.cause')}
        data={suspensionCause.options.map((value) => ({ value, label: suspensionCauses[value][locale] }))}
        {...form.getInputProps('cause')}
      />
      <Textarea label={t('suspend.note')} required autosize minRows={3} {...form.getInputProps('note')} />
    </ConfirmDialog>
  )
}

/** Lifts the suspension, with the reason it no longer holds. */
export const ResumeDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const resume = useResumeProgram()
  const form = useForm({ initialValues: { note: '' }, validate: checkedBy(lifecycle.resume.body) })
  const save = form.onSubmit((body) =>
    resume.mutate(
      { params: { id: program.id }, body, ifMatch: program.version },
      { onSuccess: onClose, onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      title={t('resume.title')}
      action={t('resume.action')}
      isBusy={resume.isPending}
      error={resume.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Textarea label={t('resume.note')} required autosize minRows={3} {...form.getInputProps('note')} />
    </ConfirmDialog>
  )
}
