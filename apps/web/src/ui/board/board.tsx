import { DndContext, DragOverlay } from '@dnd-kit/core'
import { VisuallyHidden } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BoardBody, useFolded } from './parts/board-body.tsx'
import { BoardCard } from './parts/board-card.tsx'
import type { CardPlace } from './parts/board-cell.tsx'
import { BoardColumnPicker } from './parts/board-column-picker.tsx'
import { type BoardColumn, type BoardLane, cardOf, type Placement } from './layout/board-layout.ts'
import styles from './parts/board.module.css'
import { useBoardKeys } from './hooks/use-board-keys.ts'
import { type BoardMoves, useBoardMoves } from './hooks/use-board-moves.ts'
import { useBoardPointer } from './hooks/use-board-pointer.ts'
import { keptOn } from './hooks/use-board-window.ts'
import { useStickyHeaders } from './hooks/use-sticky-headers.ts'
import { useStableCallback } from './hooks/use-stable-callback.ts'
import { useMoveAnimation } from './hooks/use-move-animation.ts'

const BoardMoveDialog = lazy(async () => ({ default: (await import('./parts/board-move-dialog.tsx')).BoardMoveDialog }))

export type BoardProps<Card extends { id: string }> = {
  columns: readonly BoardColumn<Card>[]
  /** Rows across the columns, and the one each card is in. */
  lanes?: readonly BoardLane[] | undefined
  laneOf?: (card: Card) => string
  /** Whether a move may change the lane; otherwise a drop in another lane changes the column alone. */
  onLane?: boolean
  renderCard: (card: Card) => ReactNode
  /** What a card is called when it is spoken of. */
  labelOf: (card: Card) => string
  /** Resolves once the data is up to date; a rejection sends the card back (the caller says why). Absent: read only. */
  onMove?: (card: Card, to: Placement) => Promise<unknown>
  isMovable?: (card: Card) => boolean
  /** Columns a card may go to; others stay open to a try, which the server will explain. */
  targetsOf?: ((card: Card) => readonly string[]) | undefined
  /** Whether the order within a column is a person's choice. */
  isOrdered?: boolean
  density?: 'compact' | 'comfortable'
  /** Below the cards of a column; a board with lanes has none. */
  footerOf?: (column: BoardColumn<Card>) => ReactNode
}

const oneLane: readonly BoardLane[] = [{ id: '', title: '' }]
const always = () => true
const defaults = {
  laneOf: () => '',
  onLane: false,
  isMovable: always,
  footerOf: () => null,
  isOrdered: true,
  density: 'comfortable',
} as const

type MenuProps<Card extends { id: string }> = Pick<BoardProps<Card>, 'labelOf' | 'targetsOf'> & {
  card: Card
  isOrdered: boolean
  moves: BoardMoves<Card>
  onMove: () => void
  onClose: () => void
}

/** The way to move a card without dragging it. */
const BoardMenu = <Card extends { id: string }>(props: MenuProps<Card>) => {
  const { card, labelOf, targetsOf, isOrdered, moves, onMove, onClose } = props
  return (
    <BoardMoveDialog
      grid={moves.grid}
      card={card}
      label={labelOf(card)}
      targets={targetsOf?.(card)}
      isOrdered={isOrdered}
      onLane={moves.onLane}
      onClose={onClose}
      onMove={(spot) => {
        onMove()
        onClose()
        void moves.moveTo(card.id, spot)
      }}
    />
  )
}

type HeldProps<Card extends { id: string }> = Pick<BoardProps<Card>, 'renderCard'> & {
  card: Card | undefined
  moves: BoardMoves<Card>
}

/** A dragged card, under the pointer. */
const HeldCard = <Card extends { id: string }>({ card, moves, renderCard }: HeldProps<Card>) => (
  <DragOverlay dropAnimation={null}>
    {moves.lifted?.by === 'pointer' && card && <div className={styles.held}>{renderCard(card)}</div>}
  </DragOverlay>
)

type SlotProps<Card extends { id: string }> = Pick<BoardProps<Card>, 'labelOf' | 'renderCard'> & {
  isMovable: (card: Card) => boolean
  moves: BoardMoves<Card>
  onKey: (event: KeyboardEvent<HTMLElement>, cardId: string, isMovable: boolean) => void
  onOpenMenu: (cardId: string) => void
}

/** Draws a card in its frame: the same function while nothing it says has changed, so that only new cards are drawn. */
const useSlots = <Card extends { id: string }>(props: SlotProps<Card>) => {
  const { labelOf, isMovable, renderCard, moves, onOpenMenu } = props
  const { lifted, pendingId, canMove } = moves
  const [liftedId, liftedBy] = [lifted?.cardId, lifted?.by]
  const onKey = useStableCallback(props.onKey)
  const onLeave = useStableCallback(moves.cancel)
  return useCallback(
    (card: Card, place?: CardPlace) => (
      <BoardCard
        key={card.id}
        card={card}
        label={labelOf(card)}
        isMovable={canMove && isMovable(card)}
        isPending={pendingId === card.id}
        heldBy={liftedId === card.id ? liftedBy : undefined}
        place={place}
        onKey={onKey}
        onLeave={onLeave}
        onOpenMenu={onOpenMenu}
      >
        {renderCard(card)}
      </BoardCard>
    ),
    [labelOf, isMovable, renderCard, onOpenMenu, pendingId, canMove, liftedId, liftedBy, onKey, onLeave],
  )
}

/** Columns of cards that move by mouse, touch, keys and menu. */
export const Board = <Card extends { id: string }>(props: BoardProps<Card>) => {
  const { columns, lanes, renderCard, labelOf, onMove, targetsOf } = props
  const { laneOf, onLane, isMovable, footerOf, isOrdered, density } = { ...defaults, ...props }
  const { t } = useTranslation('ui')
  const board = useRef<HTMLDivElement>(null)
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [shownId, setShownId] = useState(columns[0]?.id)
  const [menuFor, setMenuFor] = useState('')
  const folding = useFolded()
  const moves = useBoardMoves({ columns, lanes: lanes ?? oneLane, laneOf, onLane, labelOf, onMove })
  const { lifted } = moves
  const keys = useBoardKeys({ board, grid: moves.grid.filter(({ lane }) => !folding.folded.has(lane.id)), moves })
  const pointer = useBoardPointer(moves)
  useMoveAnimation(board, moves.columns, lifted !== null)
  useStickyHeaders(board)

  const heldId = lifted?.cardId ?? ''
  const held = cardOf(columns, heldId)
  const targets = held && targetsOf?.(held)
  const menuCard = cardOf(columns, menuFor)
  const kept = keptOn(columns, [keys.keptId, heldId])
  const slotOf = useSlots({ labelOf, isMovable, renderCard, moves, onKey: keys.onKey, onOpenMenu: setMenuFor })

  return (
    <DndContext {...pointer}>
      <VisuallyHidden id="board-keys">{t('board.keys')}</VisuallyHidden>
      {isPhone && <BoardColumnPicker columns={moves.columns} value={shownId} onChange={setShownId} />}
      <div
        ref={board}
        className={styles.board}
        data-density={density}
        data-laned={lanes !== undefined || undefined}
        onFocus={keys.onFocus}
      >
        <BoardBody
          moves={moves}
          kept={kept}
          folding={lanes && folding}
          isHidden={(id) => isPhone && id !== shownId}
          isClosed={(id) => targets !== undefined && !targets.includes(id)}
          isNarrow={({ cards }) => density === 'compact' && !isPhone && cards.length === 0}
          renderCard={slotOf}
          footerOf={footerOf}
        />
      </div>
      <HeldCard {...{ card: held, moves, renderCard }} />
      {menuCard && (
        <Suspense>
          <BoardMenu
            {...{ card: menuCard, labelOf, targetsOf, isOrdered, moves }}
            onMove={() => keys.keepFocusOn(menuCard.id)}
            onClose={() => setMenuFor('')}
          />
        </Suspense>
      )}
    </DndContext>
  )
}
