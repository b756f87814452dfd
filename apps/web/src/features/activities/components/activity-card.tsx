import type { ActivityCard as Card } from '@entente/shared/activities/contract'
import { Badge, Group, Text, UnstyledButton } from '@mantine/core'
import { IconChecklist, IconClock, IconFlag3, IconMessage, IconPaperclip } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format.ts'
import { Meaning } from '../../../ui/meaning.tsx'
import styles from './activity-card.module.css'
import { ageOf, today } from '../../../lib/days.ts'

type Props = {
  activity: Card
  /** Finished work is neither late nor old. */
  isDone: boolean
  onOpen: (id: string) => void
}
type MarkProps = { icon: ReactNode; label: string; children: ReactNode }

/** Days in one column after which a card shows its age. */
const old = 14

const Mark = ({ icon, label, children }: MarkProps) => (
  <span className={styles.mark} title={label}>
    {icon}
    <span>{children}</span>
  </span>
)

/** Small figures: what is ticked, said, attached, and the work it takes. */
const Marks = ({ activity }: { activity: Card }) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const { checklist, comments, documents, estimate, spent } = activity
  const days = estimate === null ? spent : `${spent ?? '0'} / ${format.number(estimate)}`
  const ticked = t('card.checklist', checklist)
  return (
    <div className={styles.marks}>
      {checklist.total > 0 && (
        <Mark icon={<IconChecklist size={13} aria-hidden />} label={ticked}>
          {`${checklist.done}/${checklist.total}`}
        </Mark>
      )}
      {comments > 0 && (
        <Mark icon={<IconMessage size={13} aria-hidden />} label={t('card.comments', { count: comments })}>
          {comments}
        </Mark>
      )}
      {documents > 0 && (
        <Mark icon={<IconPaperclip size={13} aria-hidden />} label={t('card.documents', { count: documents })}>
          {documents}
        </Mark>
      )}
      {days !== null && (
        <Mark icon={<IconClock size={13} aria-hidden />} label={t('card.days')}>
          {days}
        </Mark>
      )}
    </div>
  )
}

const Due = ({ dueOn, isLate }: { dueOn: string; isLate: boolean }) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const text = t('due', { on: format.day(dueOn) })
  return (
    <Text component="div" size="xs" c="dimmed">
      {isLate ? (
        <Meaning kind="over" plain>
          {text}
        </Meaning>
      ) : (
        text
      )}
    </Text>
  )
}

/** One activity as the team sees it: what, until when, who, and what holds it up. */
export const ActivityCard = memo(({ activity, isDone, onOpen }: Props) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const { id, title, type, priority, dueOn, assignees, after, blocked, labels, milestone, columnSince } = activity
  const age = ageOf(columnSince)
  return (
    <div className={styles.card}>
      <UnstyledButton className={styles.title} onClick={() => onOpen(id)}>
        {milestone && <IconFlag3 size={14} aria-label={t('milestone')} />} {title}
      </UnstyledButton>
      <Group gap={4}>
        {priority !== 'normal' && (
          <Badge size="sm" color={priority === 'low' ? 'gray' : 'over'} variant="light">
            {t(`priority.${priority}`)}
          </Badge>
        )}
        <Badge size="sm" color="gray">
          {t(`type.${type}`)}
        </Badge>
        {labels.map((label) => (
          <Badge key={label} size="sm">
            {label}
          </Badge>
        ))}
      </Group>
      {dueOn !== null && <Due dueOn={dueOn} isLate={!isDone && dueOn < today()} />}
      {!isDone && after.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('card.after', { titles: format.list(after.map(({ label }) => label)) })}
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
      <Marks activity={activity} />
      {!isDone && age >= old && (
        <Text size="xs" c="dimmed">
          {t('card.age', { count: age })}
        </Text>
      )}
    </div>
  )
})
ActivityCard.displayName = 'ActivityCard'
