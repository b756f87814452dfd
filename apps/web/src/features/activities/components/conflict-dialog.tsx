import type { Activity } from '@entente/shared/activities/contract'
import { Fieldset, Radio, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../../ui/layer/confirm-dialog.tsx'
import { peopleQuery } from '../../users/api.ts'
import { activityBoardQuery } from '../api.ts'
import { type Fields, fieldsOf } from './use-activity-form.ts'
import { useFieldWords } from './use-field-words.ts'

type Key = keyof Fields
type Choice = 'mine' | 'theirs' | 'both'
type Props = {
  theirs: Activity
  mine: Fields
  keys: readonly Key[]
  isBusy: boolean
  onSettle: (chosen: Fields) => void
  onClose: () => void
}

const lists: readonly Key[] = ['assigneeIds', 'afterIds', 'labels', 'documentIds']
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
const union = (left: unknown, right: unknown) =>
  isTexts(left) && isTexts(right) ? [...new Set([...left, ...right])] : right

/** Both values of every field two people changed at once: keep one, or both where it is a list. */
export const ConflictDialog = ({ theirs, mine, keys, isBusy, onSettle, onClose }: Props) => {
  const { t } = useTranslation('activities')
  const cards = useQuery(activityBoardQuery(theirs.programId)).data?.columns.flatMap((column) => column.cards) ?? []
  const { nameOf, wordsOf } = useFieldWords(
    useQuery(peopleQuery).data ?? theirs.assignees,
    cards.map(({ id, title }) => ({ id, name: title })),
  )
  const [choices, setChoices] = useState<Partial<Record<Key, Choice>>>({})
  const other = fieldsOf(theirs)
  const choiceOf = (key: Key): Choice => choices[key] ?? 'mine'
  const settle = () => {
    const kept = Object.entries(mine).flatMap(([name, value]) => {
      const key = name as Key
      if (!keys.includes(key) || choiceOf(key) === 'mine') return [[key, value]]
      return choiceOf(key) === 'both' ? [[key, union(other[key], value)]] : []
    })
    onSettle(Object.fromEntries(kept))
  }
  return (
    <ConfirmDialog
      isOpen
      size="lg"
      title={t('conflict.title')}
      action={t('conflict.settle')}
      isBusy={isBusy}
      onConfirm={settle}
      onClose={onClose}
    >
      <Text size="sm">{t('conflict.detail')}</Text>
      {keys.map((key) => (
        <Fieldset key={key} legend={nameOf(key)} variant="filled">
          <Radio.Group
            aria-label={nameOf(key)}
            value={choiceOf(key)}
            onChange={(choice) => setChoices({ ...choices, [key]: choice as Choice })}
          >
            <Stack gap={6}>
              <Radio value="mine" label={t('conflict.mine')} description={wordsOf(mine[key])} />
              <Radio value="theirs" label={t('conflict.theirs')} description={wordsOf(other[key])} />
              {lists.includes(key) && (
                <Radio value="both" label={t('conflict.both')} description={wordsOf(union(other[key], mine[key]))} />
              )}
            </Stack>
          </Radio.Group>
        </Fieldset>
      ))}
    </ConfirmDialog>
  )
}
