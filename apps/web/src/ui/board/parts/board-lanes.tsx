import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCards, type CardPlace, type Held, useCell } from './board-cell.tsx'
import { ColumnHead } from './board-column.tsx'
import type { BoardColumn, BoardRow, Cell } from '../layout/board-layout.ts'
import styles from './board-lanes.module.css'
import { LimitBadge } from './limit-badge.tsx'

type Shared<Card extends { id: string }> = Held & {
  isHidden: (columnId: string) => boolean
  isClosed: (columnId: string) => boolean
  renderCard: (card: Card, place?: CardPlace) => ReactNode
}
type CellProps<Card extends { id: string }> = Shared<Card> & Cell & { column: BoardColumn<Card> }

const LaneCell = <Card extends { id: string }>(props: CellProps<Card>) => {
  const { column, laneId, columnId, isHidden, isClosed, renderCard, ...held } = props
  const { target } = held
  const cell = useCell({ laneId, columnId })
  const isTarget = target?.laneId === laneId && target.columnId === columnId
  return (
    <div
      {...cell}
      className={styles.cell}
      hidden={isHidden(columnId)}
      data-target={isTarget || undefined}
      data-closed={isClosed(columnId) || undefined}
    >
      <BoardCards
        {...held}
        cards={column.cards}
        label={column.title}
        target={isTarget ? target : undefined}
        renderCard={renderCard}
      />
    </div>
  )
}

type LaneProps<Card extends { id: string }> = Shared<Card> & {
  row: BoardRow<Card>
  isOpen: boolean
  onToggle: () => void
}

const Lane = <Card extends { id: string }>({ row, isOpen, onToggle, ...shared }: LaneProps<Card>) => {
  const { t } = useTranslation('ui')
  const bodyId = useId()
  const titleId = useId()
  const { title, load } = row.lane
  const count = row.columns.reduce((total, { cards }) => total + cards.length, 0)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={styles.lane} aria-labelledby={titleId}>
      <header className={styles.laneHead}>
        <h2>
          <button type="button" id={titleId} aria-expanded={isOpen} aria-controls={bodyId} onClick={onToggle}>
            <Chevron size={16} aria-hidden />
            {title}
          </button>
        </h2>
        <span className={styles.count}>{t('board.cards', { count })}</span>
        {load !== undefined && (
          <>
            <span className={styles.count}>{t('board.openOfLimit', load)}</span>
            <LimitBadge {...load} />
          </>
        )}
      </header>
      <div id={bodyId} className={styles.cells} hidden={!isOpen}>
        {isOpen &&
          row.columns.map((column) => (
            <LaneCell key={column.id} {...shared} laneId={row.lane.id} columnId={column.id} column={column} />
          ))}
      </div>
    </section>
  )
}

type Props<Card extends { id: string }> = Shared<Card> & {
  grid: readonly BoardRow<Card>[]
  /** The columns with all their cards: what their heads count. */
  columns: readonly BoardColumn<Card>[]
  folded: ReadonlySet<string>
  isNarrow: (column: BoardColumn<Card>) => boolean
  onToggle: (laneId: string) => void
}

/** The same columns under one row of heads, a row of cards for each lane. */
export const BoardLanes = <Card extends { id: string }>(props: Props<Card>) => {
  const { grid, columns, folded, isNarrow, onToggle, ...shared } = props
  const open = columns.filter(({ id }) => !shared.isHidden(id))
  const widths = open.map((column) => (isNarrow(column) ? '40px' : 'minmax(var(--column), 1fr)')).join(' ')
  const shape: CSSProperties & Record<'--columns', string> = { '--columns': widths }
  return (
    <div className={styles.lanes} style={shape}>
      <div className={styles.heads}>
        {open.map((column) => (
          <div key={column.id} className={styles.columnHead} data-narrow={isNarrow(column) || undefined}>
            <ColumnHead column={column} />
          </div>
        ))}
      </div>
      {grid.map((row) => (
        <Lane
          key={row.lane.id}
          {...shared}
          row={row}
          isOpen={!folded.has(row.lane.id)}
          onToggle={() => onToggle(row.lane.id)}
        />
      ))}
    </div>
  )
}
