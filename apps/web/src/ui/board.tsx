import { DndContext, DragOverlay } from '@dnd-kit/core'
import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardCard } from './board-card.tsx'
import { BoardColumnPicker } from './board-column-picker.tsx'
import { BoardColumnFrame } from './board-column.tsx'
import { type BoardColumn, cardOf, type Placement } from './board-layout.ts'
import { BoardMoveDialog } from './board-move-dialog.tsx'
import styles from './board.module.css'
import { useBoardKeys } from './use-board-keys.ts'
import { useBoardMoves } from './use-board-moves.ts'
import { useBoardPointer } from './use-board-pointer.ts'
import { useTravel } from './use-travel.ts'

export type BoardProps<Card extends { id: string }> = {
  columns: readonly BoardColumn<Card>[]
  renderCard: (card: Card) => ReactNode
  /** What a card is called when it is spoken of. */
  labelOf: (card: Card) => string
  /** Resolves once the data is up to date; a rejection sends the card back (the caller says why). Absent: read only. */
  onMove?: (card: Card, to: Placement) => Promise<unknown>
  isMovable?: (card: Card) => boolean
  /** Columns a card may go to; others stay open to a try, which the server will explain. */
  targetsOf?: (card: Card) => readonly string[]
  /** Whether the order within a column is a person's choice. */
  isOrdered?: boolean
  density?: 'compact' | 'comfortable'
  footerOf?: (column: BoardColumn<Card>) => ReactNode
}

const defaults = {
  isMovable: () => true,
  targetsOf: () => undefined,
  footerOf: () => null,
  isOrdered: true,
  density: 'comfortable',
} as const

/** Columns of cards that move by mouse, touch, keys and menu. */
export const Board = <Card extends { id: string }>(props: BoardProps<Card>) => {
  const { columns, renderCard, labelOf, onMove } = props
  const { isMovable, targetsOf, footerOf, isOrdered, density } = { ...defaults, ...props }
  const { t } = useTranslation('ui')
  const board = useRef<HTMLDivElement>(null)
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [shownId, setShownId] = useState(columns[0]?.id)
  const [menuFor, setMenuFor] = useState('')
  const moves = useBoardMoves({ columns, labelOf, onMove })
  const { view, lifted } = moves
  const keys = useBoardKeys({ board, columns: view, moves })
  const pointer = useBoardPointer(moves)
  useTravel(board, lifted !== null)

  const held = cardOf(columns, lifted?.cardId ?? '')
  const targets = held && targetsOf(held)
  const menuCard = cardOf(columns, menuFor)
  const slotOf = (card: Card) => (
    <BoardCard
      card={card}
      label={labelOf(card)}
      isMovable={moves.canMove && isMovable(card)}
      moves={moves}
      onKey={keys.onKey}
      onOpenMenu={setMenuFor}
    >
      {renderCard(card)}
    </BoardCard>
  )

  return (
    <DndContext {...pointer}>
      <VisuallyHidden id="board-keys">{t('board.keys')}</VisuallyHidden>
      {isPhone && <BoardColumnPicker columns={view} value={shownId} onChange={setShownId} />}
      <div ref={board} className={styles.board} data-density={density}>
        {view.map((column) => (
          <BoardColumnFrame
            key={column.id}
            column={column}
            target={lifted?.spot?.columnId === column.id ? lifted.spot : undefined}
            liftedId={lifted?.cardId}
            isHidden={isPhone && column.id !== shownId}
            isFolded={density === 'compact' && !isPhone && column.cards.length === 0}
            isClosed={targets !== undefined && !targets.includes(column.id)}
            renderCard={slotOf}
            footer={footerOf(column)}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted?.by === 'pointer' && held && <div className={styles.held}>{renderCard(held)}</div>}
      </DragOverlay>
      {menuCard && (
        <BoardMoveDialog
          columns={columns}
          card={menuCard}
          label={labelOf(menuCard)}
          targets={targetsOf(menuCard)}
          isOrdered={isOrdered}
          onClose={() => setMenuFor('')}
          onMove={(spot) => {
            keys.keepFocusOn(menuCard.id)
            setMenuFor('')
            void moves.moveTo(menuCard.id, spot)
          }}
        />
      )}
    </DndContext>
  )
}
