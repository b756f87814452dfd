import type { PortfolioDashboard } from '@entente/shared/dashboards/portfolio/contract'
import styles from './compass-split.module.css'

type Row = PortfolioDashboard['compass'][number]

/** One principle drawn: the share of programs that prove or keep it, then by waiver, then those to put right; the words stand beside. */
export const CompassSplit = ({ row }: { row: Row }) => {
  const whole = Math.max(1, row.proven.value + row.kept.value + row.waived.value + row.broken.value + row.notYet.value)
  return (
    <span className={styles.split} aria-hidden>
      {(['proven', 'kept', 'waived', 'broken'] as const).map((state) => (
        <span key={state} data-state={state} style={{ width: `${(row[state].value / whole) * 100}%` }} />
      ))}
    </span>
  )
}
