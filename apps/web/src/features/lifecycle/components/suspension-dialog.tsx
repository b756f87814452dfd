import { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { suspensionCause, suspensionCauses } from '@entente/shared/programs/workflow'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useResumeProgram, useSuspendProgram } from '../api.ts'

type Props = { program: Program; onClose: () => void }

/** Lays a suspension over the present stage: nothing moves until it is lifted. */
export const SuspendDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const locale = useLocale()
  const suspend = useSuspendProgram()
  const form = useFormOf(lifecycle.suspend, { start: { cause: suspensionCause.enum.security } })
  const field = useFields(form, 'lifecycle:suspend')
  return (
    <FormDialog
      form={form}
      command={suspend}
      request={(body) => ({ params: { id: program.id }, body, ifMatch: program.version })}
      isDangerous
      title={t('suspend.title')}
      action={t('suspend.action')}
      onClose={onClose}
    >
      <Text size="sm">{t('suspend.detail')}</Text>
      <NativeSelect
        {...field('cause')}
        data={suspensionCause.options.map((value) => ({ value, label: suspensionCauses[value][locale] }))}
      />
      <Textarea {...field('note')} autosize minRows={3} />
    </FormDialog>
  )
}

/** Lifts the suspension, with the reason it no longer holds. */
export const ResumeDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const resume = useResumeProgram()
  const form = useFormOf(lifecycle.resume)
  const field = useFields(form, 'lifecycle:resume')
  return (
    <FormDialog
      form={form}
      command={resume}
      request={(body) => ({ params: { id: program.id }, body, ifMatch: program.version })}
      title={t('resume.title')}
      action={t('resume.action')}
      onClose={onClose}
    >
      <Textarea {...field('note')} autosize minRows={3} />
    </FormDialog>
  )
}
