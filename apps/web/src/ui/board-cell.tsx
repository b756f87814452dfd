import { useDroppable } from '@dnd-kit/core'
import { Fragment, type ReactNode } from 'react'
import { type Cell, keyOf, type Spot } from './board-layout.ts'
import styles from './board.module.css'

/** A place that takes cards: a column, or where it meets a lane. */
export const useCell = (cell: Cell) => {
  const key = keyOf(cell)
  const { setNodeRef } = useDroppable({ id: key })
  return { 'ref': setNodeRef, 'data-cell': key }
}

type Props<Card extends { id: string }> = {
  cards: readonly Card[]
  label?: string
  /** Where the lifted card would land, when that is here. */
  target: Spot | undefined
  liftedId: string | undefined
  renderCard: (card: Card) => ReactNode
}

/** Cards in their order, and the place a lifted one would take. */
export const BoardCards = <Card extends { id: string }>(props: Props<Card>) => {
  const { cards, label, target, liftedId, renderCard } = props
  const others = cards.filter(({ id }) => id !== liftedId)
  const landing = <li className={styles.landing} aria-hidden />
  const nextId = target && others[target.index]?.id
  return (
    <ol className={styles.cards} aria-label={label}>
      {cards.map((card) => (
        <Fragment key={card.id}>
          {target && card.id === nextId && landing}
          {renderCard(card)}
        </Fragment>
      ))}
      {target && nextId === undefined && landing}
    </ol>
  )
}
