import { lifecycle } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { formerStages } from '@entente/shared/programs/workflow'
import { NativeSelect, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { useReopenProgram } from '../api.ts'

type Props = { program: Program; onClose: () => void }

/** The stages a program can be taken back to. */
export const openAgain = ({ path, stage, stages }: Program) =>
  formerStages(
    path,
    stages.map((entry) => entry.stage),
    stage,
  )

/** Takes a program back to a former stage, with the reason: what was proven later is asked again. */
export const ReopenDialog = ({ program, onClose }: Props) => {
  const { t } = useTranslation('lifecycle')
  const stageName = useStageName()
  const reopen = useReopenProgram()
  const former = openAgain(program)
  const form = useFormOf(lifecycle.reopen, { start: { to: former.at(-1) ?? program.stage } })
  const field = useFields(form, 'lifecycle:reopen')
  return (
    <FormDialog
      form={form}
      command={reopen}
      request={(body) => ({ params: { id: program.id }, body, ifMatch: program.version })}
      isDangerous
      title={t('reopen.title')}
      action={t('reopen.action')}
      onClose={onClose}
    >
      <Text size="sm">{t('reopen.detail')}</Text>
      <NativeSelect {...field('to')} data={former.map((value) => ({ value, label: stageName(value) }))} />
      <Textarea {...field('reason')} autosize minRows={3} />
    </FormDialog>
  )
}
