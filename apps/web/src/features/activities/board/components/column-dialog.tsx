import { type ActivityBoard, boards } from '@entente/shared/activities/board-contract'
import { limitMode } from '@entente/shared/activities/limits/contract'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../../lib/form/form.ts'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { useAddColumn, useEditColumn } from '../api.ts'
import { LimitInput } from './limit-input.tsx'

type Column = ActivityBoard['columns'][number]
type Props = { programId: string; column?: Column | undefined; onClose: () => void }
type Values = Pick<Column, 'name' | 'limit' | 'limitMode' | 'done'>

const blank: Values = { name: '', limit: null, limitMode: 'warn', done: false }

const valuesOf = ({ name, limit, limitMode: mode, done }: Column): Values => ({ name, limit, limitMode: mode, done })

/** A column of the team's own: its name, and how many cards it takes. */
export const ColumnDialog = ({ programId, column, onClose }: Props) => {
  const { t } = useTranslation('activities')
  const add = useAddColumn()
  const edit = useEditColumn()
  const form = useForm<Values>({
    initialValues: column === undefined ? blank : valuesOf(column),
    validate: checkedBy(boards.addColumn.body),
  })
  const after = { onSuccess: onClose, onError: (error: Error) => showProblem(form, error) }
  const save = form.onSubmit((body) => {
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
      <TextInput label={t('column.name')} required {...form.getInputProps('name')} />
      <LimitInput
        label={t('column.limit')}
        value={form.values.limit}
        onChange={(limit) => form.setFieldValue('limit', limit)}
        error={form.errors['limit']}
      />
      <NativeSelect
        label={t('column.mode')}
        data={limitMode.options.map((value) => ({ value, label: t(`column.is.${value}`) }))}
        {...form.getInputProps('limitMode')}
      />
      <Checkbox
        label={t('column.done')}
        description={t('column.doneHint')}
        {...form.getInputProps('done', { type: 'checkbox' })}
      />
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
