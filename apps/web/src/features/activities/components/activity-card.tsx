import type { ActivityCard as Card } from '@entente/shared/activities/contract'
import { VisuallyHidden } from '@mantine/core'
import { IconChecklist, IconClock, IconEye, IconFlag3, IconMessage, IconPaperclip } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import styles from './activity-card.module.css'
import { ageOf, today } from '../../../lib/format/days.ts'

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

type Words = { t: TFunction<'activities'>; format: ReturnType<typeof useFormat> }

/** Small figures: what is ticked, said, attached, and the work it takes. */
const Marks = ({ activity, t, format }: Words & { activity: Card }) => {
  const { checklist, comments, documents, estimate, partnerTitle, spent } = activity
  const days = estimate === null ? spent : `${spent ?? '0'} / ${format.number(estimate)}`
  return (
    <div className={styles.marks}>
      {checklist.total > 0 && (
        <Mark icon={<IconChecklist size={13} aria-hidden />} label={t('card.checklist', checklist)}>
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
      {partnerTitle !== null && (
        <Mark icon={<IconEye size={13} aria-hidden />} label={t('card.partners', { title: partnerTitle.fr })}>
          <VisuallyHidden>{t('card.partners', { title: partnerTitle.fr })}</VisuallyHidden>
        </Mark>
      )}
    </div>
  )
}

const Tags = ({ activity: { priority, type, labels }, t }: Pick<Words, 't'> & { activity: Card }) => (
  <div className={styles.tags}>
    {priority !== 'normal' && (
      <span className={styles.tag} data-kind={priority === 'low' ? undefined : 'over'}>
        {t(`priority.${priority}`)}
      </span>
    )}
    <span className={styles.tag}>{t(`type.${type}`)}</span>
    {labels.map((label) => (
      <span key={label} className={styles.tag} data-kind="label">
        {label}
      </span>
    ))}
  </div>
)

const Due = ({ isLate, children }: { isLate: boolean; children: string }) => (
  <div className={styles.note}>
    {isLate ? (
      <StatusBadge kind="over" plain>
        {children}
      </StatusBadge>
    ) : (
      children
    )}
  </div>
)

/**
 * One activity as the team sees it: what, until when, who, and what holds it up. In plain elements: a board draws
 * hundreds, and each part of the library costs as much as ten of these.
 */
export const ActivityCard = memo(({ activity, isDone, onOpen }: Props) => {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const { id, title, dueOn, assignees, after, blocked, milestone, columnSince } = activity
  const age = ageOf(columnSince)
  return (
    <div className={styles.card}>
      <button type="button" className={styles.title} onClick={() => onOpen(id)}>
        {milestone && <IconFlag3 size={14} aria-label={t('milestone')} />} {title}
      </button>
      <Tags activity={activity} t={t} />
      {dueOn !== null && <Due isLate={!isDone && dueOn < today()}>{t('due', { on: format.day(dueOn) })}</Due>}
      {!isDone && after.length > 0 && (
        <div className={styles.note}>{t('card.after', { titles: format.list(after.map(({ label }) => label)) })}</div>
      )}
      {assignees.length > 0 && <div className={styles.note}>{format.list(assignees.map(({ name }) => name))}</div>}
      {blocked !== null && (
        <StatusBadge kind="blocked" plain>
          {t('blockedBy', { reason: blocked.reason })}
        </StatusBadge>
      )}
      <Marks activity={activity} t={t} format={format} />
      {!isDone && age >= old && <div className={styles.note}>{t('card.age', { count: age })}</div>}
    </div>
  )
})
ActivityCard.displayName = 'ActivityCard'
