import { useDroppable } from '@dnd-kit/core'
import { Fragment, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardColumn, Spot } from './board-layout.ts'
import styles from './board.module.css'
import { Meaning } from './meaning.tsx'

type HeadProps = { column: Pick<BoardColumn<unknown>, 'title' | 'limit' | 'limitMode'>; count: number; titleId: string }

const ColumnHead = ({ column: { title, limit = null, limitMode = 'warn' }, count, titleId }: HeadProps) => {
  const { t } = useTranslation('ui')
  const isFull = limit !== null && count >= limit
  const isOver = limit !== null && count > limit
  return (
    <header className={styles.head}>
      <h2 id={titleId} title={title}>
        {title}
      </h2>
      <span className={styles.count}>{limit === null ? count : t('board.countOfLimit', { count, limit })}</span>
      {isFull && (
        <span className={styles.limit}>
          <Meaning kind={isOver ? 'over' : 'waiting'}>
            {t(limitMode === 'block' ? 'board.full' : 'board.atLimit')}
          </Meaning>
        </span>
      )}
    </header>
  )
}

type Props<Card extends { id: string }> = {
  column: BoardColumn<Card>
  /** Where the lifted card would land, when that is here. */
  target: Spot | undefined
  liftedId: string | undefined
  isHidden: boolean
  isFolded: boolean
  isClosed: boolean
  renderCard: (card: Card) => ReactNode
  footer: ReactNode
}

/** One column: its name and count, its cards, and the place a lifted card would take. */
export const BoardColumnFrame = <Card extends { id: string }>(props: Props<Card>) => {
  const { column, target, liftedId, isHidden, isFolded, isClosed, renderCard, footer } = props
  const { t } = useTranslation('ui')
  const { setNodeRef } = useDroppable({ id: column.id })
  const titleId = useId()
  const others = column.cards.filter(({ id }) => id !== liftedId)
  const landing = <li className={styles.landing} aria-hidden />
  const nextId = target && others[target.index]?.id
  return (
    <section
      ref={setNodeRef}
      className={styles.column}
      aria-labelledby={titleId}
      hidden={isHidden}
      data-column-id={column.id}
      data-folded={isFolded || undefined}
      data-target={target !== undefined || undefined}
      data-closed={isClosed || undefined}
    >
      <ColumnHead column={column} count={column.count ?? column.cards.length} titleId={titleId} />
      <ol className={styles.cards}>
        {column.cards.map((card) => (
          <Fragment key={card.id}>
            {target && card.id === nextId && landing}
            {renderCard(card)}
          </Fragment>
        ))}
        {target && nextId === undefined && landing}
      </ol>
      {column.cards.length === 0 && !isFolded && target === undefined && (
        <p className={styles.empty}>{t('board.empty')}</p>
      )}
      {footer}
    </section>
  )
}
