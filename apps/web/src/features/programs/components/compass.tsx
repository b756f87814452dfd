import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './compass.module.css'

export type CompassState = 'proven' | 'waived' | 'open'
export type CompassSegment = { label: string; state: CompassState }
type Props = { segments: readonly CompassSegment[]; size?: 'sm' | 'md' }

/** A row of small segments: filled is proven, half is waived, hollow is open. In words for those who listen. */
export const Compass = ({ segments, size = 'sm' }: Props) => {
  const { t } = useTranslation('ui')
  const proven = segments.filter(({ state }) => state === 'proven').length
  return (
    <span className={styles.compass} data-size={size}>
      <VisuallyHidden>
        {t('compass.summary', { proven, total: segments.length })}{' '}
        {segments.map(({ label, state }) => t('compass.segment', { label, state: t(`compass.${state}`) })).join('. ')}
      </VisuallyHidden>
      {segments.map(({ label, state }, index) => (
        <span
          key={label}
          className={styles.segment}
          data-state={state}
          title={t('compass.segment', { label, state: t(`compass.${state}`) })}
          aria-hidden
        >
          {size === 'md' && index + 1}
        </span>
      ))}
    </span>
  )
}
