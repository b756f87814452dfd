import type { ActivityBoard } from '@entente/shared/activities/board-contract'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { peopleQuery } from '../../../users/api.ts'
import { historyQuery } from '../api.ts'
import styles from './comment-list.module.css'
import { useFieldWords } from '../../components/use-field-words.ts'

type Props = { activityId: string; columns: ActivityBoard['columns'] }

/** Everything that happened to a card, as the audit trail keeps it. */
export const ActivityHistory = ({ activityId, columns }: Props) => {
  const { t } = useTranslation('activities/comments')
  const format = useFormat()
  const { data, error } = useQuery(historyQuery(activityId))
  const { nameOf, wordsOf } = useFieldWords(useQuery(peopleQuery).data ?? [], columns)
  return (
    <>
      <ProblemAlert error={error} />
      <ol className={styles.list}>
        {data?.items.map(({ id, at, by, action, changes }) => (
          <li key={id} className={styles.comment}>
            <Text size="xs" c="dimmed">
              {format.dateTime(at)} · {by}
            </Text>
            <Text size="sm">{t(`history.${action}`, { defaultValue: action })}</Text>
            {changes.map(({ field, before, after }) => (
              <Text key={field} size="xs" className={styles.body ?? ''}>
                {t('history.change', {
                  field: nameOf(field),
                  before: wordsOf(before),
                  after: wordsOf(after),
                })}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
