import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { attendanceQuery, leaveActivity } from '../api.ts'

/** Who else has this card open, and whether they are writing. */
export const PresenceLine = ({ activityId, isWriting }: { activityId: string; isWriting: boolean }) => {
  const { t } = useTranslation('activities/comments')
  const { data } = useQuery(attendanceQuery(activityId, isWriting))
  useEffect(() => () => leaveActivity(activityId), [activityId])
  return (
    <Text component="output" size="sm" display="block" mb="xs" aria-live="polite">
      {data?.people.map(({ id, name, editing }) => (
        <span key={id}>{t(editing ? 'presence.writing' : 'presence.reading', { name })} </span>
      ))}
    </Text>
  )
}
