import type { Comment } from '@entente/shared/activities/comments/contract'
import { Button, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { peopleQuery } from '../../../users/api.ts'
import { commentsQuery, useAddComment, useEditComment, useRemoveComment } from '../api.ts'
import styles from './comment-list.module.css'

const CommentItem = ({ comment }: { comment: Comment }) => {
  const { t } = useTranslation(['activities/comments', 'activities'])
  const format = useFormat()
  const edit = useEditComment()
  const remove = useRemoveComment()
  const [text, setText] = useState<string | null>(null)
  const known = { params: { id: comment.id }, ifMatch: comment.version }
  const save = () => edit.mutate({ ...known, body: { body: text ?? '' } }, { onSuccess: () => setText(null) })
  return (
    <li className={styles.comment}>
      <Text size="xs" c="dimmed">
        <strong>{comment.author.name}</strong> · {format.dateTime(comment.at)}
      </Text>
      {text === null && <Text className={styles.body ?? ''}>{comment.body}</Text>}
      {text !== null && (
        <Textarea
          aria-label={t('comment.edit')}
          autosize
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {comment.mentions.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('comment.mentioned', { names: format.list(comment.mentions.map(({ name }) => `@${name}`)) })}
        </Text>
      )}
      {comment.can.includes('edit') && (
        <Group gap={4}>
          {text === null && (
            <Button size="compact-xs" variant="subtle" onClick={() => setText(comment.body)}>
              {t('comment.edit')}
            </Button>
          )}
          {text !== null && (
            <Button size="compact-xs" variant="light" loading={edit.isPending} onClick={save}>
              {t('save')}
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="blocked" onClick={() => remove.mutate(known)}>
            {t('comment.remove')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={edit.error ?? remove.error} />
    </li>
  )
}

/** What was said on a card, and a place to answer; only colleagues can be named. */
export const CommentList = ({ activityId, canSpeak }: { activityId: string; canSpeak: boolean }) => {
  const { t } = useTranslation(['activities/comments', 'activities'])
  const { data, error } = useQuery(commentsQuery(activityId))
  const people = useQuery(peopleQuery)
  const add = useAddComment()
  const [body, setBody] = useState('')
  const [mentionIds, setMentionIds] = useState<string[]>([])
  const say = () =>
    add.mutate(
      { params: { id: activityId }, body: { body, mentionIds } },
      {
        onSuccess: () => {
          setBody('')
          setMentionIds([])
        },
      },
    )
  return (
    <Stack gap="sm">
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{t('comment.none')}</Text>}
      <ol className={styles.list}>
        {data?.items.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
      </ol>
      {canSpeak && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            say()
          }}
        >
          <Stack gap="xs">
            <Textarea
              label={t('comment.write')}
              autosize
              minRows={2}
              value={body}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
            <MultiSelect
              label={t('comment.mention')}
              searchable
              data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={mentionIds}
              onChange={setMentionIds}
            />
            <ProblemAlert error={add.error} />
            <Button type="submit" style={{ alignSelf: 'flex-end' }} loading={add.isPending}>
              {t('comment.say')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  )
}
