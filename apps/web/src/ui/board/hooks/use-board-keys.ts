import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { cardBeside, spotBeside } from '../layout/board-arrows.ts'
import type { BoardRow, Step } from '../layout/board-layout.ts'
import type { BoardMoves } from './use-board-moves.ts'

const isStep = (key: string): key is Step => /^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(key)

const frameOf = (board: HTMLElement | null, cardId: string) =>
  board?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"] > [tabindex]`)

type Settings<Card extends { id: string }> = {
  board: RefObject<HTMLElement | null>
  /** The lanes that are open: a folded one takes no focus and no card. */
  grid: readonly BoardRow<Card>[]
  moves: BoardMoves<Card>
}

/** A moved card is drawn anew in its column: the focus goes with it. Another may first have to come into the page. */
const useFollow = (board: RefObject<HTMLElement | null>) => {
  const follow = useRef<string | undefined>(undefined)
  const isAwaited = useRef(false)
  const [keptId, keep] = useState('')
  useLayoutEffect(() => {
    const frame = follow.current === undefined ? null : frameOf(board.current, follow.current)
    if (!frame || (document.activeElement !== document.body && !isAwaited.current)) return
    isAwaited.current = false
    frame.focus()
  })
  return {
    /** The card that had the focus last: it stays in the page, and so does the focus. */
    keptId,
    keep,
    follow: (cardId: string) => {
      follow.current = cardId
    },
    goTo: (cardId: string) => {
      const frame = frameOf(board.current, cardId)
      if (frame) return frame.focus()
      follow.current = cardId
      isAwaited.current = true
      keep(cardId)
    },
  }
}

const isForFrame = ({ target, currentTarget, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>) =>
  target === currentTarget && !ctrlKey && !metaKey && !altKey

/** Space lifts and drops, arrows, Home and End aim, Escape puts back; with empty hands they walk from card to card. */
export const useBoardKeys = <Card extends { id: string }>({ board, grid, moves }: Settings<Card>) => {
  const { keptId, keep, follow, goTo } = useFollow(board)

  const whileLifted = (key: string, cardId: string) => {
    const { lifted, aim, drop, cancel } = moves
    if (isStep(key) && lifted?.spot) {
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
    else if (isStep(key)) {
      const beside = cardBeside(grid, cardId, key)
      if (beside !== undefined) goTo(beside)
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
    keptId,
    onFocus: ({ target }: FocusEvent<HTMLElement>) =>
      keep(target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? ''),
    /** The card that keeps the focus when it moves by menu. */
    keepFocusOn: follow,
  }
}
