import type { Activity } from '@entente/shared/activities/contract'
import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import { IconFlag3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'
import { Meaning } from '../../../ui/meaning.tsx'
import styles from './activity-card.module.css'

type Props = { activity: Activity; onOpen: () => void }

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date())

/** One activity as the team sees it: what, until when, who, and what holds it up. */
export const ActivityCard = ({ activity, onOpen }: Props) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const { title, type, dueOn, assignees, blocked, labels, milestone } = activity
  return (
    <div className={styles.card}>
      <UnstyledButton className={styles.title} onClick={onOpen}>
        {milestone && <IconFlag3 size={14} aria-label={t('milestone')} />} {title}
      </UnstyledButton>
      <Group gap={4}>
        <Badge size="sm" color="gray">
          {t(`type.${type}`)}
        </Badge>
        {labels.map((label) => (
          <Badge key={label} size="sm">
            {label}
          </Badge>
        ))}
      </Group>
      {dueOn !== null && (
        <Text component="div" size="xs" c="dimmed">
          {dueOn < today() ? (
            <Meaning kind="over" plain>
              {t('due', { on: format.day(dueOn) })}
            </Meaning>
          ) : (
            t('due', { on: format.day(dueOn) })
          )}
        </Text>
      )}
      {assignees.length > 0 && (
        <Text size="xs" c="dimmed">
          {format.list(assignees.map(({ name }) => name))}
        </Text>
      )}
      {blocked !== null && (
        <Meaning kind="blocked" plain>
          {t('blockedBy', { reason: blocked.reason })}
        </Meaning>
      )}
    </div>
  )
}
