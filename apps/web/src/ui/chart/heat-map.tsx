import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './heat-map.module.css'
import { useInitialScroll } from './use-initial-scroll.ts'

/** How full a cell is: shares of its whole, those that count and those that may come. */
export type HeatCell = {
  solid: number
  soft: number
  load: 'free' | 'full' | 'over' | 'closed'
  /** What it says, for a pointer that rests on it. */
  words: string
}
export type HeatRow = { id: string; label: ReactNode; hint?: string; cells: readonly HeatCell[] }
/** A stretch of columns with a name: a month above, a mark below. */
export type HeatSpan = { id: string; label: string; start: number; count: number }

type Props = {
  /** A sentence that says what is drawn. */
  label: string
  columns: number
  heads: readonly HeatSpan[]
  marks: readonly HeatSpan[]
  /** Columns that stand apart, such as days when much is closed. */
  marked: readonly boolean[]
  /** The column of today, if it is drawn. */
  present: number | null
  rows: readonly HeatRow[]
}

const place = ({ start, count }: HeatSpan) => ({ gridColumn: `${start + 2} / span ${count}` })

const Cell = ({ cell, isMarked, isPresent }: { cell: HeatCell; isMarked: boolean; isPresent: boolean }) => (
  <span
    className={styles.cell}
    data-load={cell.load}
    data-marked={isMarked || undefined}
    data-present={isPresent || undefined}
    title={cell.words}
  >
    <span className={styles.solid} style={{ height: `${Math.min(1, cell.solid) * 100}%` }} />
    <span
      className={styles.soft}
      style={{
        bottom: `${Math.min(1, cell.solid) * 100}%`,
        height: `${Math.max(0, Math.min(1 - cell.solid, cell.soft)) * 100}%`,
      }}
    />
    {cell.load === 'over' && <span className={styles.alert}>!</span>}
  </span>
)

/** Rows of columns that fill up, with what lies behind them. Its table twin says the same in words. */
export const HeatMap = ({ label, columns, heads, marks, marked, present, rows }: Props) => {
  const frame = useInitialScroll((present ?? 0) / columns)
  const grid = { gridTemplateColumns: `var(--label) repeat(${columns}, minmax(18px, 1fr))` }
  return (
    // What scrolls takes the focus, so that keys scroll it too.
    <Box component="section" ref={frame} className={styles.frame ?? ''} aria-label={label} tabIndex={0}>
      <div className={styles.chart}>
        <div className={styles.row} style={grid} aria-hidden>
          <span className={styles.label} />
          {heads.map((span) => (
            <span key={span.id} className={styles.head} style={place(span)}>
              {span.label}
            </span>
          ))}
        </div>
        {marks.map((span) => (
          <div key={span.id} className={styles.row} style={grid}>
            <span className={styles.label} />
            <span className={styles.mark} data-side={span.start > columns * 0.6 ? 'end' : 'start'} style={place(span)}>
              <span className={styles.markName}>{span.label}</span>
            </span>
          </div>
        ))}
        <ul className={styles.rows}>
          {rows.map(({ id, label: name, hint, cells }) => (
            <li key={id} className={styles.row} style={grid}>
              <span className={styles.label}>
                {name}
                {hint !== undefined && <span className={styles.hint}>{hint}</span>}
              </span>
              {cells.map((cell, at) => (
                <Cell key={`${id} ${at}`} cell={cell} isMarked={marked[at] === true} isPresent={present === at} />
              ))}
            </li>
          ))}
        </ul>
      </div>
    </Box>
  )
}

/** What the fillings mean, each with its sample. */
export const HeatLegend = ({ items }: { items: readonly { state: string; label: string }[] }) => (
  <ul className={styles.legend}>
    {items.map(({ state, label }) => (
      <li key={state}>
        <span className={styles.sample} data-sample={state} /> {label}
      </li>
    ))}
  </ul>
)
