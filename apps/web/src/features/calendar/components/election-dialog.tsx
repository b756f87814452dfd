import { type Election, electionCertainty, electionKind, elections } from '@entente/shared/calendar/contract'
import { Alert, Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { today } from '../../../lib/format/days.ts'
import { checkedBy } from '../../../lib/form/form.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useEditElection, useEnterElection } from '../api.ts'
import { useElectionName } from './use-election-name.ts'

type Values = Pick<Election, 'kind' | 'pollingOn' | 'certainty' | 'note' | 'withdrawn'> & { place: string }

const commonBody = ({ pollingOn, certainty, note, place, kind }: Values) => ({
  pollingOn,
  certainty,
  note,
  place: kind !== 'byElection' && place === '' ? null : place,
})
const enterBody = (values: Values) => ({ ...commonBody(values), kind: values.kind })
const editBody = (values: Values) => ({ ...commonBody(values), withdrawn: values.withdrawn })

type FieldsProps = { form: UseFormReturnType<Values>; isNew: boolean }

const Fields = ({ form, isNew }: FieldsProps) => {
  const { t } = useTranslation('calendar')
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {isNew && (
          <NativeSelect
            label={t('field.kind')}
            data-autofocus
            data={electionKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
        )}
        <TextInput type="date" label={t('field.day')} required min={today()} {...form.getInputProps('pollingOn')} />
        <NativeSelect
          label={t('field.certainty')}
          data={electionCertainty.options.map((value) => ({ value, label: t(`certainty.${value}`) }))}
          {...form.getInputProps('certainty')}
        />
        {form.values.kind !== 'general' && (
          <TextInput
            label={t('field.place')}
            required={form.values.kind === 'byElection'}
            {...form.getInputProps('place')}
          />
        )}
      </SimpleGrid>
      {form.values.certainty === 'sudden' && <Alert color="waiting">{t('suddenHint')}</Alert>}
      {form.values.kind === 'general' && form.values.certainty !== 'probable' && (
        <Alert color="waiting">{t('blackoutHint')}</Alert>
      )}
      <Textarea label={t('field.note')} autosize minRows={2} {...form.getInputProps('note')} />
    </>
  )
}

/** Enters an election to come, or moves, requalifies or withdraws one. */
export const ElectionDialog = ({ election, onClose }: { election: Election | null; onClose: () => void }) => {
  const { t } = useTranslation('calendar')
  const nameOf = useElectionName()
  const [enter, edit] = [useEnterElection(), useEditElection()]
  const form = useForm<Values>({
    initialValues:
      election === null
        ? { kind: 'byElection', pollingOn: '', certainty: 'probable', place: '', note: '', withdrawn: false }
        : { ...election, place: election.place ?? '' },
    validate: (values) =>
      election === null
        ? checkedBy(elections.enter.body)(enterBody(values))
        : checkedBy(elections.edit.body)(editBody(values)),
  })
  const done = () => {
    announce(t('saved'))
    onClose()
  }
  const frame = { form, onDone: done, onClose, action: t('save') }
  if (election === null)
    return (
      <FormDialog {...frame} title={t('enter')} command={enter} request={(values) => ({ body: enterBody(values) })}>
        <Fields form={form} isNew />
      </FormDialog>
    )
  const { id, version } = election
  return (
    <FormDialog
      {...frame}
      title={nameOf(election)}
      command={edit}
      request={(values) => ({ params: { id }, body: editBody(values), ifMatch: version })}
    >
      <Fields form={form} isNew={false} />
      <Checkbox label={t('withdraw')} {...form.getInputProps('withdrawn', { type: 'checkbox' })} />
    </FormDialog>
  )
}
