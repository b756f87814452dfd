import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import styles from './compass-split.module.css'

type Row = PortfolioDashboard['compass'][number]

/** One principle drawn: the share of programs that prove it, then of those that waived it; the words stand beside. */
export const CompassSplit = ({ row }: { row: Row }) => {
  const whole = Math.max(1, row.proven.value + row.waived.value + row.open.value)
  return (
    <span className={styles.split} aria-hidden>
      {(['proven', 'waived'] as const).map((state) => (
        <span key={state} data-state={state} style={{ width: `${(row[state].value / whole) * 100}%` }} />
      ))}
    </span>
  )
}
