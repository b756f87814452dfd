import type { PrincipleState } from '@entente/shared/programs/contract'
import { VisuallyHidden } from '@mantine/core'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './compass.module.css'

export type CompassSegment = { label: string; state: PrincipleState; kept: number; total: number }
type Style = CSSProperties & { '--kept': string }

/**
 * A row of seven small segments, each filled by the share of its gates that are kept; one to put right is crossed. In
 * words for those who listen.
 */
export const Compass = ({ segments }: { segments: readonly CompassSegment[] }) => {
  const { t } = useTranslation('proof')
  const said = ({ label, state, kept, total }: CompassSegment) =>
    t('said', { label, state: total === 0 ? t('notAsked') : t(`state.${state}`), kept, total })
  const broken = segments.filter(({ state }) => state === 'broken').length
  return (
    <span className={styles.compass}>
      <VisuallyHidden>
        {t('summary', { count: broken })} {segments.map(said).join('. ')}
      </VisuallyHidden>
      {segments.map((segment) => (
        <span
          key={segment.label}
          className={styles.segment}
          data-state={segment.state}
          style={
            { '--kept': `${Math.round((segment.kept / Math.max(1, segment.total)) * 100)}%` } satisfies Style as Style
          }
          title={said(segment)}
          aria-hidden
        />
      ))}
    </span>
  )
}
