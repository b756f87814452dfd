import { VisuallyHidden } from '@mantine/core'
import { minus, sum } from '@entente/shared/kernel/money'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import styles from './envelope-bar.module.css'
import { shareOf } from '../../../../ui/chart/proportions.ts'

type Props = { ceiling: string; spent: string; committed: string; reserved: string; unit: string; compact?: boolean }

/** How full an envelope is: spent, committed and reserved against its ceiling, with the rest in words. */
export const EnvelopeBar = ({ ceiling, spent, committed, reserved, unit, compact = false }: Props) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const taken = sum([spent, committed, reserved])
  const whole = Math.max(Number(ceiling), Number(taken))
  const words = t('envelope.summary', {
    available: format.quantity(minus(ceiling, taken), unit),
    ceiling: format.quantity(ceiling, unit),
  })
  const parts = { spent, committed, reserved }
  return (
    <span className={styles.envelope} data-over={Number(taken) > Number(ceiling) || undefined} title={words}>
      <span className={styles.track} aria-hidden>
        {Object.entries(parts).map(([kind, amount]) => (
          <span key={kind} data-kind={kind} style={{ width: `${shareOf(amount, whole)}%` }} />
        ))}
      </span>
      {compact ? <VisuallyHidden>{words}</VisuallyHidden> : <span className={styles.words}>{words}</span>}
    </span>
  )
}
