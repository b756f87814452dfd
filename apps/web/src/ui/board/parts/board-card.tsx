import { useDraggable } from '@dnd-kit/core'
import { IconArrowsMove } from '@tabler/icons-react'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardPlace } from './board-cell.tsx'
import styles from './board.module.css'
import type { Lifted } from '../hooks/use-board-moves.ts'

type Props<Card extends { id: string }> = {
  card: Card
  label: string
  isMovable: boolean
  isPending: boolean
  /** How it is lifted, if it is. */
  heldBy: Lifted['by'] | undefined
  /** On a board of which only a part is in the page. */
  place: CardPlace | undefined
  onKey: (event: KeyboardEvent<HTMLElement>, cardId: string, isMovable: boolean) => void
  /** Keys that held it have gone elsewhere. */
  onLeave: () => void
  onOpenMenu: (cardId: string) => void
  children: ReactNode
}

/** Opens the way to move a card without dragging it. */
const Mover = memo(({ cardId, label, onOpenMenu }: { cardId: string } & Pick<Props<never>, 'label' | 'onOpenMenu'>) => {
  const { t } = useTranslation('ui')
  return (
    <button
      type="button"
      className={styles.mover}
      aria-label={t('board.moveCard', { card: label })}
      title={t('board.moveTo')}
      onClick={() => onOpenMenu(cardId)}
    >
      <IconArrowsMove size={14} aria-hidden />
    </button>
  )
})
Mover.displayName = 'Mover'

/** One card, in plain elements (there are many): it can be held, lifted with the space bar, or sent somewhere from its menu. */
export const BoardCard = <Card extends { id: string }>(props: Props<Card>) => {
  const { card, label, isMovable, isPending, heldBy, place, onKey, onLeave, onOpenMenu, children } = props
  const { t } = useTranslation('ui')
  const { setNodeRef, listeners } = useDraggable({ id: card.id, disabled: !isMovable })
  const handle = {
    'role': 'group',
    'tabIndex': 0,
    'aria-label': label,
    ...(isMovable && { 'aria-roledescription': t('board.movableCard'), 'aria-describedby': 'board-keys' }),
    'onKeyDown': (event: KeyboardEvent<HTMLElement>) => onKey(event, card.id, isMovable),
    'onBlur': () => heldBy === 'keys' && onLeave(),
    // Links inside the card are not to be dragged out by the browser.
    'onDragStart': (event: { preventDefault: () => void }) => event.preventDefault(),
  }
  const standing = place && {
    'aria-posinset': place.index + 1,
    'aria-setsize': place.count,
    'style': { marginBlockStart: place.room },
  }
  return (
    <li {...standing} className={styles.slot} data-card-id={card.id} data-pending={isPending || undefined}>
      <div
        {...handle}
        {...listeners}
        ref={setNodeRef}
        className={styles.card}
        data-lifted={heldBy !== undefined || undefined}
      >
        {children}
        {isMovable && <Mover cardId={card.id} label={label} onOpenMenu={onOpenMenu} />}
      </div>
    </li>
  )
}
