import { transfer, type TransferObjective } from '@entente/shared/transfer/contract'
import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOfPair } from '../../../lib/form/use-form-of.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useAddObjective, useEditObjective } from '../api.ts'
import { LevelSelect } from './level-select.tsx'

type Props = { programId: string; objective?: TransferObjective | undefined; onClose: () => void }
/** What the host will be able to do: the competence, who will hold it, from which level to which. */
export const ObjectiveDialog = ({ programId, objective, onClose }: Props) => {
  const { t } = useTranslation('transfer')
  const add = useAddObjective()
  const edit = useEditObjective()
  const form = useFormOfPair(
    { add: transfer.addObjective, edit: transfer.editObjective },
    objective === undefined ? { start: { target: 3 } } : { of: objective },
  )
  const field = useFields(form, 'transfer:objective')
  const save = form.onSubmit((values) => {
    const body = form.toBody(values)
    const after = { onSuccess: onClose, onError: (error: Error) => showProblem(form, error) }
    if (objective === undefined) add.mutate({ params: { id: programId }, body }, after)
    else edit.mutate({ params: { id: objective.id }, body, ifMatch: objective.version }, after)
  })
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t(objective === undefined ? 'objective.add' : 'objective.edit')}
      action={t('save')}
      isBusy={add.isPending || edit.isPending}
      error={add.error ?? edit.error}
      onConfirm={save}
      onClose={onClose}
    >
      <Textarea {...field('competence')} description={t('objective.competenceHint')} autosize minRows={2} />
      <TextInput {...field('unit')} description={t('objective.unitHint')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <LevelSelect {...field('baseline')} />
        <LevelSelect {...field('target')} />
      </SimpleGrid>
      <Textarea {...field('verificationMethod', t('objective.method'))} autosize minRows={2} />
    </ConfirmDialog>
  )
}
