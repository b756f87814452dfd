import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCards, type CardPlace, type Held, useCell } from './board-cell.tsx'
import type { BoardColumn } from '../layout/board-layout.ts'
import styles from './board.module.css'
import { LimitBadge } from './limit-badge.tsx'

type Column = BoardColumn<unknown>

/** Cards in a column: all there are, beside those the filters leave, or against its limit. */
export const useColumnCount = () => {
  const { t } = useTranslation('ui')
  return ({ cards, count = cards.length, shown = cards.length, limit = null }: Column) => {
    if (limit !== null) return t('board.countOfLimit', { count, limit })
    return shown === count ? String(count) : t('board.countShown', { shown, count })
  }
}

type HeadProps = { column: Column; titleId?: string }

/** What a column is called, how much it holds, and whether that is all it takes. */
export const ColumnHead = ({ column, titleId }: HeadProps) => {
  const countOf = useColumnCount()
  const { title, limit = null, limitMode = 'warn', count = column.cards.length } = column
  return (
    <header className={styles.head}>
      <h2 id={titleId} title={title}>
        {title}
      </h2>
      <span className={styles.count}>{countOf(column)}</span>
      {limit !== null && count >= limit && (
        <span className={styles.limit}>
          <LimitBadge count={count} limit={limit} limitMode={limitMode} />
        </span>
      )}
    </header>
  )
}

type Props<Card extends { id: string }> = Held & {
  column: BoardColumn<Card>
  isHidden: boolean
  isFolded: boolean
  isClosed: boolean
  renderCard: (card: Card, place?: CardPlace) => ReactNode
  footer: ReactNode
}

/** One column: its name and count, its cards, and the place a lifted card would take. */
export const BoardColumnFrame = <Card extends { id: string }>(props: Props<Card>) => {
  const { column, isHidden, isFolded, isClosed, renderCard, footer, ...held } = props
  const { target } = held
  const { t } = useTranslation('ui')
  const cell = useCell({ laneId: '', columnId: column.id })
  const titleId = useId()
  return (
    <section
      {...cell}
      className={styles.column}
      aria-labelledby={titleId}
      hidden={isHidden}
      data-folded={isFolded || undefined}
      data-target={target !== undefined || undefined}
      data-closed={isClosed || undefined}
    >
      <ColumnHead column={column} titleId={titleId} />
      <BoardCards {...held} cards={column.cards} renderCard={renderCard} />
      {column.cards.length === 0 && !isFolded && target === undefined && (
        <p className={styles.empty}>{t('board.empty')}</p>
      )}
      {footer}
    </section>
  )
}
