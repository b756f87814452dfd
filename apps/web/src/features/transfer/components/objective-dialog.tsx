import { newTransferObjective, type TransferObjective } from '@entente/shared/transfer/contract'
import { SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useAddObjective, useEditObjective } from '../api.ts'
import { LevelSelect } from './level-select.tsx'

type Props = { programId: string; objective?: TransferObjective | undefined; onClose: () => void }
type Values = Pick<TransferObjective, 'competence' | 'unit' | 'baseline' | 'target' | 'verificationMethod'>

const blank: Values = { competence: '', unit: '', baseline: 0, target: 3, verificationMethod: '' }
const valuesOf = ({ competence, unit, baseline, target, verificationMethod }: TransferObjective): Values => ({
  competence,
  unit,
  baseline,
  target,
  verificationMethod,
})

/** What the host will be able to do: the competence, who will hold it, from which level to which. */
export const ObjectiveDialog = ({ programId, objective, onClose }: Props) => {
  const { t } = useTranslation('transfer')
  const add = useAddObjective()
  const edit = useEditObjective()
  const form = useForm<Values>({
    initialValues: objective === undefined ? blank : valuesOf(objective),
    validate: checkedBy(newTransferObjective),
  })
  const save = form.onSubmit((body) => {
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
      <Textarea
        label={t('objective.competence')}
        description={t('objective.competenceHint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('competence')}
      />
      <TextInput
        label={t('objective.unit')}
        description={t('objective.unitHint')}
        required
        {...form.getInputProps('unit')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <LevelSelect
          label={t('objective.baseline')}
          value={form.values.baseline}
          onChange={(level) => form.setFieldValue('baseline', level)}
          error={form.errors['baseline']}
        />
        <LevelSelect
          label={t('objective.target')}
          value={form.values.target}
          onChange={(level) => form.setFieldValue('target', level)}
          error={form.errors['target']}
        />
      </SimpleGrid>
      <Textarea
        label={t('objective.method')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('verificationMethod')}
      />
    </ConfirmDialog>
  )
}
