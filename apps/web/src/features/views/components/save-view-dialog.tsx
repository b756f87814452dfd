import { newView } from '@entente/shared/views/contract'
import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { useSaveView } from '../api.ts'

type Props = { programId: string | null; query: string; onClose: () => void }

/** Gives what the board shows a name. */
export const SaveViewDialog = ({ programId, query, onClose }: Props) => {
  const { t } = useTranslation('views')
  const save = useSaveView()
  const form = useForm({
    initialValues: { name: '', shared: false, programId, query },
    validate: checkedBy(newView),
  })
  const confirm = form.onSubmit((body) =>
    save.mutate(
      { body },
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
      <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
      <Checkbox
        label={t('shared')}
        description={t('sharedHint')}
        {...form.getInputProps('shared', { type: 'checkbox' })}
      />
    </ConfirmDialog>
  )
}
