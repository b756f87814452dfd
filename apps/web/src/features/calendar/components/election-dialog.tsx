import { type Election, electionCertainty, electionKind, elections } from '@entente/shared/calendar/contract'
import { Alert, Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { today } from '../../../lib/format/days.ts'
import { checkedBy } from '../../../lib/form/form.ts'
import { type PairForm, useFields, useFormOfPair } from '../../../lib/form/use-form-of.ts'
import { announce } from '../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { useEditElection, useEnterElection } from '../api.ts'
import { useElectionName } from './use-election-name.ts'

const operations = { add: elections.enter, edit: elections.edit }

type FieldsProps = { form: PairForm<typeof operations>; isNew: boolean }

const Fields = ({ form, isNew }: FieldsProps) => {
  const { t } = useTranslation('calendar')
  const field = useFields(form, 'calendar:field')
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {isNew && (
          <NativeSelect
            {...field('kind')}
            data-autofocus
            data={electionKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
        <TextInput {...field('pollingOn', t('field.day'))} type="date" min={today()} />
        <NativeSelect
          {...field('certainty')}
          data={electionCertainty.options.map((value) => ({ value, label: t(`certainty.${value}`) }))}
        />
        {form.values.kind !== 'general' && (
          <TextInput {...field('place')} required={form.values.kind === 'byElection'} />
        )}
      </SimpleGrid>
      {form.values.certainty === 'sudden' && <Alert color="waiting">{t('suddenHint')}</Alert>}
      {form.values.kind === 'general' && form.values.certainty !== 'probable' && (
        <Alert color="waiting">{t('blackoutHint')}</Alert>
      )}
      <Textarea {...field('note')} autosize minRows={2} />
    </>
  )
}

/** Enters an election to come, or moves, requalifies or withdraws one. */
export const ElectionDialog = ({ election, onClose }: { election: Election | null; onClose: () => void }) => {
  const { t } = useTranslation('calendar')
  const nameOf = useElectionName()
  const [enter, edit] = [useEnterElection(), useEditElection()]
  const form = useFormOfPair(operations, {
    of: election ?? undefined,
    start: election === null ? { kind: 'byElection', certainty: 'probable' } : { kind: election.kind },
    check: ({ kind, place }) => (kind === 'byElection' ? checkedBy(elections.edit.body)({ place }) : {}),
  })
  const field = useFields(form, 'calendar:')
  const done = () => {
    announce(t('saved'))
    onClose()
  }
  const frame = { form, onDone: done, onClose, action: t('save') }
  if (election === null)
    return (
      <FormDialog {...frame} title={t('enter')} command={enter} request={(body) => ({ body })}>
        <Fields form={form} isNew />
      </FormDialog>
    )
  const { id, version } = election
  return (
    <FormDialog
      {...frame}
      title={nameOf(election)}
      command={edit}
      request={(body) => ({ params: { id }, body, ifMatch: version })}
    >
      <Fields form={form} isNew={false} />
      <Checkbox {...field('withdrawn', t('withdraw'))} />
    </FormDialog>
  )
}
