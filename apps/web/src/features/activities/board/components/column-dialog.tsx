import { type ActivityBoard, boards } from '@entente/shared/activities/board-contract'
import { limitMode } from '@entente/shared/activities/limits/contract'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../../lib/form/form.ts'
import { useFields, useFormOfPair } from '../../../../lib/form/use-form-of.ts'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { useAddColumn, useEditColumn } from '../api.ts'
import { LimitInput } from './limit-input.tsx'

type Column = ActivityBoard['columns'][number]
type Props = { programId: string; column?: Column | undefined; onClose: () => void }

/** A column of the team's own: its name, and how many cards it takes. */
export const ColumnDialog = ({ programId, column, onClose }: Props) => {
  const { t } = useTranslation('activities')
  const add = useAddColumn()
  const edit = useEditColumn()
  const form = useFormOfPair({ add: boards.addColumn, edit: boards.editColumn }, { of: column })
  const field = useFields(form, 'activities:column')
  const after = { onSuccess: onClose, onError: (error: Error) => showProblem(form, error) }
  const save = form.onSubmit((values) => {
    const body = form.toBody(values)
    if (column === undefined) add.mutate({ params: { id: programId }, body }, after)
    else edit.mutate({ params: { id: column.id }, body, ifMatch: column.version }, after)
  })
  return (
    <ConfirmDialog
      isOpen
      title={t(column === undefined ? 'column.add' : 'column.edit')}
      action={t(column === undefined ? 'column.add' : 'save')}
      isBusy={add.isPending || edit.isPending}
      error={add.error ?? edit.error}
      onConfirm={save}
      onClose={onClose}
    >
      <TextInput {...field('name')} />
      <LimitInput {...field('limit')} />
      <NativeSelect
        {...field('limitMode', t('column.mode'))}
        data={limitMode.options.map((value) => ({ value, label: t(`column.is.${value}`) }))}
      />
      <Checkbox {...field('done')} description={t('column.doneHint')} />
      {column !== undefined && column.count === 0 && (
        <Button
          variant="subtle"
          color="blocked"
          style={{ alignSelf: 'flex-start' }}
          onClick={() =>
            edit.mutate({ params: { id: column.id }, body: { archived: true }, ifMatch: column.version }, after)
          }
        >
          {t('column.archive')}
        </Button>
      )}
    </ConfirmDialog>
  )
}
