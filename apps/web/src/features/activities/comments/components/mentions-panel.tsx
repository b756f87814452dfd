import { Anchor, List, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { Section } from '../../../../ui/page/section.tsx'
import { mentionsQuery } from '../api.ts'

/** Comments that name this person, latest first; nothing where there is none. */
export const MentionsPanel = () => {
  const { t } = useTranslation('activities/comments')
  const format = useFormat()
  const { data = [] } = useQuery(mentionsQuery())
  if (data.length === 0) return null
  return (
    <Section id="mentions" title={t('mentions.title')}>
      <List listStyleType="none" spacing="sm">
        {data.map(({ id, activityId, activityTitle, programId, reference, author, at, body }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`${paths.programActivities.href(programId)}?card=${activityId}`}>
              {`${reference} · ${activityTitle}`}
            </Anchor>
            <Text size="sm" lineClamp={2}>
              {body}
            </Text>
            <Text size="xs" c="dimmed">
              {t('mentions.by', { name: author.name, at: format.dateTime(at) })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
