import { views } from '@entente/shared/views/contract'
import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useSaveView } from '../api.ts'

type Props = { programId: string | null; query: string; onClose: () => void }

/** Gives what the board shows a name. */
export const SaveViewDialog = ({ programId, query, onClose }: Props) => {
  const { t } = useTranslation('views')
  const save = useSaveView()
  const form = useFormOf(views.save, { start: { programId: programId ?? '', query } })
  const field = useFields(form, 'views:')
  const confirm = form.onSubmit((values) =>
    save.mutate(
      { body: form.toBody(values) },
      {
        onSuccess: ({ name }) => {
          announce(t('saved', { name }))
          onClose()
        },
        onError: (error) => showProblem(form, error),
      },
    ),
  )
  return (
    <ConfirmDialog
      isOpen
      title={t('save.title')}
      action={t('save.action')}
      isBusy={save.isPending}
      error={Object.keys(form.errors).length === 0 ? save.error : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <TextInput {...field('name')} data-autofocus />
      <Checkbox {...field('shared')} description={t('sharedHint')} />
    </ConfirmDialog>
  )
}
