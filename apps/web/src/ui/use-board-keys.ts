import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { cardBeside, spotBeside } from './board-arrows.ts'
import type { Arrow, BoardRow } from './board-layout.ts'
import type { BoardMoves } from './use-board-moves.ts'

const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key)

const frameOf = (board: HTMLElement | null, cardId: string) =>
  board?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"] > [tabindex]`)

type Settings<Card extends { id: string }> = {
  board: RefObject<HTMLElement | null>
  /** The lanes that are open: a folded one takes no focus and no card. */
  grid: readonly BoardRow<Card>[]
  moves: BoardMoves<Card>
}

/** A moved card is drawn anew in its column: the focus goes with it. */
const useFollow = (board: RefObject<HTMLElement | null>) => {
  const follow = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    const frame = follow.current === undefined ? null : frameOf(board.current, follow.current)
    if (frame && document.activeElement === document.body) frame.focus()
  })
  return (cardId: string) => {
    follow.current = cardId
  }
}

const isForFrame = ({ target, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>) =>
  target === currentTarget && !ctrlKey && !metaKey && !altKey

/** Space lifts and drops, arrows aim, Escape puts back; with empty hands, arrows walk from card to card. */
export const useBoardKeys = <Card extends { id: string }>({ board, grid, moves }: Settings<Card>) => {
  const follow = useFollow(board)

  const whileLifted = (key: string, cardId: string) => {
    const { lifted, aim, drop, cancel } = moves
    if (isArrow(key) && lifted?.spot) {
      const spot = spotBeside(grid, cardId, lifted.spot, key)
      if (moves.onLane || spot.laneId === lifted.spot.laneId) aim(spot)
    } else if (key === ' ' || key === 'Enter') {
      follow(cardId)
      drop()
    } else if (key === 'Escape' || key === 'Tab') cancel()
    else return false
    return key !== 'Tab'
  }

  const whileWalking = (key: string, cardId: string, frame: HTMLElement, isMovable: boolean) => {
    if (key === ' ' && isMovable) moves.lift(cardId, 'keys')
    else if (key === 'Enter') frame.querySelector('a')?.click()
    else if (isArrow(key)) {
      const beside = cardBeside(grid, cardId, key)
      if (beside !== undefined) frameOf(board.current, beside)?.focus()
    } else return false
    return true
  }

  return {
    onKey: (event: KeyboardEvent<HTMLElement>, cardId: string, isMovable: boolean) => {
      if (!isForFrame(event)) return
      const isLifted = moves.lifted?.cardId === cardId
      const isUsed = isLifted
        ? whileLifted(event.key, cardId)
        : whileWalking(event.key, cardId, event.currentTarget, isMovable)
      if (isUsed) event.preventDefault()
    },
    /** The card that keeps the focus when it moves by menu. */
    keepFocusOn: follow,
  }
}
