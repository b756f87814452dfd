import type { ActivityBoard, BulkChange, BulkResult } from '@entente/shared/activities/board-contract'
import { type ActivityCard, priority } from '@entente/shared/activities/contract'
import { Alert, List, NativeSelect, TagsInput, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../../ui/layer/confirm-dialog.tsx'
import { peopleQuery } from '../../../users/api.ts'
import { useChangeActivities } from '../../api.ts'
import { previewQuery } from '../api.ts'
import type { Retrace } from '../../components/use-retrace.ts'

type Change = BulkChange['changes'][number]
type Wanted = { columnId: string; priority: string; assigneeId: string; labels: string[]; dueOn: string }
type Placed = ActivityCard & { columnId: string }
type Props = {
  programId: string
  board: ActivityBoard
  ids: ReadonlySet<string>
  retrace: Retrace
  onDone: () => void
  onClose: () => void
}

const nothing: Wanted = { columnId: '', priority: '', assigneeId: '', labels: [], dueOn: '' }

const changeOf = (card: Placed, wanted: Wanted): Change => {
  const ids = card.assignees.map(({ id }) => id)
  const rank = priority.safeParse(wanted.priority).data
  return {
    id: card.id,
    version: card.version,
    ...(wanted.columnId !== '' && { columnId: wanted.columnId }),
    edit: {
      ...(rank !== undefined && { priority: rank }),
      ...(wanted.dueOn !== '' && { dueOn: wanted.dueOn }),
      ...(wanted.assigneeId !== '' && { assigneeIds: [...new Set([...ids, wanted.assigneeId])] }),
      ...(wanted.labels.length > 0 && { labels: [...new Set([...card.labels, ...wanted.labels])] }),
    },
  }
}

/** The same fields as they were. */
const backOf = (card: Placed, { columnId, edit = {} }: Change): Change => ({
  id: card.id,
  ...(columnId !== undefined && { columnId: card.columnId }),
  edit: {
    ...(edit.priority !== undefined && { priority: card.priority }),
    ...(edit.dueOn !== undefined && { dueOn: card.dueOn }),
    ...(edit.assigneeIds !== undefined && { assigneeIds: card.assignees.map(({ id }) => id) }),
    ...(edit.labels !== undefined && { labels: card.labels }),
  },
})

type OutcomeProps = { results: BulkResult['results']; cards: readonly Placed[]; isPreview: boolean }

const Outcome = ({ results, cards, isPreview }: OutcomeProps) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const refused = results.filter(({ ok }) => !ok)
  const titleOf = (id: string) => cards.find((card) => card.id === id)?.title ?? ''
  const count = results.length - refused.length
  return (
    <Alert color={refused.length > 0 ? 'waiting' : 'proven'} title={t(isPreview ? 'bulk.will' : 'bulk.did', { count })}>
      {refused.length > 0 && (
        <List size="sm">
          {refused.map(({ id, problem }) => (
            <List.Item key={id}>{t('bulk.refused', { title: titleOf(id), problem })}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}

type FieldsProps = { board: ActivityBoard; wanted: Wanted; onChange: (wanted: Wanted) => void }

const BulkFields = ({ board, wanted, onChange }: FieldsProps) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const people = useQuery(peopleQuery)
  const unchanged = { value: '', label: t('bulk.unchanged') }
  const choose = (
    name: 'columnId' | 'priority' | 'assigneeId',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      label={label}
      value={wanted[name]}
      data={[unchanged, ...data]}
      onChange={(event) => onChange({ ...wanted, [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      {choose(
        'columnId',
        t('bulk.column'),
        board.columns.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choose(
        'priority',
        t('field.priority'),
        priority.options.map((value) => ({ value, label: t(`priority.${value}`) })),
      )}
      {choose(
        'assigneeId',
        t('bulk.person'),
        (people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      )}
      <TagsInput
        label={t('bulk.labels')}
        value={wanted.labels}
        onChange={(labels) => onChange({ ...wanted, labels })}
      />
      <TextInput
        type="date"
        label={t('field.dueOn')}
        value={wanted.dueOn}
        onChange={(event) => onChange({ ...wanted, dueOn: event.currentTarget.value })}
      />
    </>
  )
}

/** One change for many cards: what it would do to each is tried on the server before it is done. */
export const BulkDialog = ({ programId, board, ids, retrace, onDone, onClose }: Props) => {
  const { t } = useTranslation(['activities/board', 'activities'])
  const change = useChangeActivities()
  const [wanted, setWanted] = useState(nothing)
  const cards = board.columns.flatMap(({ id, cards: held }) => held.map((card) => ({ ...card, columnId: id })))
  const chosen = cards.filter(({ id }) => ids.has(id))
  const changes = chosen.map((card) => changeOf(card, wanted))
  const isEmpty = JSON.stringify(wanted) === JSON.stringify(nothing)
  const params = { id: programId }
  const preview = useQuery({ ...previewQuery(programId, changes), enabled: !isEmpty && !change.isSuccess })
  const apply = () =>
    change.mutate(
      { params, body: { changes } },
      {
        onSuccess: (made) => {
          const done = new Set(made.results.filter(({ ok }) => ok).map(({ id }) => id))
          const kept = changes.filter(({ id }) => done.has(id))
          const back = chosen.filter(({ id }) => done.has(id)).map((card) => backOf(card, changeOf(card, wanted)))
          if (kept.length > 0) retrace.changed(back, kept, made)
          if (kept.length === changes.length) onDone()
        },
      },
    )
  const outcome = change.data ?? preview.data
  const possible = outcome === undefined ? chosen.length : outcome.results.filter(({ ok }) => ok).length
  return (
    <ConfirmDialog
      isOpen
      title={t('bulk.title', { count: chosen.length })}
      action={t('bulk.action', { count: possible })}
      isBusy={[change.isPending, preview.isFetching].includes(true)}
      isDisabled={isEmpty || change.isSuccess}
      error={change.error ?? preview.error}
      onConfirm={apply}
      onClose={onClose}
    >
      <BulkFields board={board} wanted={wanted} onChange={setWanted} />
      {isEmpty && <Text c="dimmed">{t('bulk.hint')}</Text>}
      {!isEmpty && outcome !== undefined && (
        <Outcome results={outcome.results} cards={cards} isPreview={change.data === undefined} />
      )}
    </ConfirmDialog>
  )
}
