import { useDroppable } from '@dnd-kit/core'
import { Fragment, memo, type ReactNode, useEffect, useRef } from 'react'
import { type Cell, keyOf, type Spot } from '../layout/board-layout.ts'
import styles from './board.module.css'
import { useBoardWindow } from '../hooks/use-board-window.ts'

/** A place that takes cards: a column, or where it meets a lane. */
export const useCell = (cell: Cell) => {
  const key = keyOf(cell)
  const { setNodeRef } = useDroppable({ id: key })
  return { 'ref': setNodeRef, 'data-cell': key }
}

/** Where a card stands in a list of which only a part is in the page. */
export type CardPlace = { index: number; count: number; room: number }

/** What a board knows while a card is in someone's hand, and what it keeps in the page. */
export type Held = {
  /** The spot a lifted card aims at, wherever it is. */
  target: Spot | undefined
  liftedId: string | undefined
  /** Keys aim beyond the window: it follows them. A pointer scrolls it by itself. */
  isAimedByKeys: boolean
  /** Cards that stay in the page although the window shows others; absent where all are in the page. */
  kept: ReadonlySet<string> | undefined
}

type Props<Card extends { id: string }> = Held & {
  cards: readonly Card[]
  label?: string
  renderCard: (card: Card, place?: CardPlace) => ReactNode
}

const Landing = ({ isFollowed }: { isFollowed: boolean }) => {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isFollowed) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isFollowed])
  return <li ref={place} className={styles.landing} aria-hidden />
}

/** Where the lifted card would land: before which card, or after all of them. */
const landingIn = <Card extends { id: string }>({ cards, target, liftedId, isAimedByKeys }: Props<Card>) => {
  const others = cards.filter(({ id }) => id !== liftedId)
  const nextId = target && others[target.index]?.id
  return {
    mark: <Landing isFollowed={isAimedByKeys} />,
    nextId,
    isLast: target !== undefined && nextId === undefined,
    besideId: target && (nextId ?? others.at(-1)?.id),
  }
}

type Make = (card: unknown, place?: CardPlace) => ReactNode
type SlotProps = Partial<CardPlace> & { make: Make; card: unknown }

/** A card that is as it was, where it was, stays as it is while others come, go and move. */
const Slot = memo(({ make, card, index, count = 0, room = 0 }: SlotProps) =>
  make(card, index === undefined ? undefined : { index, count, room }),
)
Slot.displayName = 'Slot'

/** Only the cards near the window, each at its height, with its place among all for those who listen. */
const NearCards = <Card extends { id: string }>(props: Props<Card>) => {
  const { cards, label, kept, renderCard } = props
  const list = useRef<HTMLOListElement>(null)
  const { mark, nextId, isLast, besideId } = landingIn(props)
  const keptAt = cards.flatMap(({ id }, index) => (kept?.has(id) || id === besideId ? [index] : []))
  const ids = cards.map(({ id }) => id)
  const shown = useBoardWindow(list, ids, keptAt)
  return (
    <ol ref={list} className={styles.cards} aria-label={label} style={{ paddingBlockEnd: shown.below }}>
      {cards.length > 0 &&
        shown.cards.map(({ index, room }) => {
          const card = cards[index]
          return (
            card && (
              <Fragment key={card.id}>
                {card.id === nextId && mark}
                <Slot make={renderCard as Make} card={card} index={index} count={cards.length} room={room} />
              </Fragment>
            )
          )
        })}
      {isLast && mark}
    </ol>
  )
}

/** Cards in their order, and the place a lifted one would take. */
export const BoardCards = <Card extends { id: string }>(props: Props<Card>) => {
  const { cards, label, kept, renderCard } = props
  if (kept !== undefined) return <NearCards {...props} />
  const { mark, nextId, isLast } = landingIn(props)
  return (
    <ol className={styles.cards} aria-label={label}>
      {cards.map((card) => (
        <Fragment key={card.id}>
          {card.id === nextId && mark}
          <Slot make={renderCard as Make} card={card} />
        </Fragment>
      ))}
      {isLast && mark}
    </ol>
  )
}
