import type { PortfolioCard } from '@entente/shared/lifecycle/portfolio/contract'
import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import styles from './portfolio-card.module.css'

type Props = { card: Pick<PortfolioCard, 'ageDays' | 'targetDays'>; compact?: boolean }

/** Days in the present stage against its target; beyond it, said and shown. */
export const StageAge = ({ card: { ageDays: age, targetDays: target }, compact = false }: Props) => {
  const { t } = useTranslation('lifecycle/portfolio')
  const words = target === null ? t('card.age', { age }) : t('card.ageOfTarget', { age, target })
  const isLate = target !== null && age > target
  const shown = compact ? (
    <span title={words} className={isLate ? undefined : styles.short}>
      <span aria-hidden>{target === null ? t('card.days', { age }) : t('card.daysOfTarget', { age, target })}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  ) : (
    words
  )
  return isLate ? (
    <StatusBadge kind="over" plain>
      {shown}
    </StatusBadge>
  ) : (
    shown
  )
}
