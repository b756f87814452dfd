import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { type Arrow, type BoardColumn, cardBeside, spotBeside } from './board-layout.ts'
import type { BoardMoves } from './use-board-moves.ts'

const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key)

const frameOf = (board: HTMLElement | null, cardId: string) =>
  board?.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"] > [tabindex]`)

type Settings<Card extends { id: string }> = {
  board: RefObject<HTMLElement | null>
  columns: readonly BoardColumn<Card>[]
  moves: BoardMoves<Card>
}

/** Space lifts and drops, arrows aim, Escape puts back; with empty hands, arrows walk from card to card. */
export const useBoardKeys = <Card extends { id: string }>({ board, columns, moves }: Settings<Card>) => {
  const follow = useRef<string | undefined>(undefined)
  // A moved card is drawn anew in its column: the focus goes with it.
  useLayoutEffect(() => {
    const frame = follow.current === undefined ? null : frameOf(board.current, follow.current)
    if (frame && document.activeElement === document.body) frame.focus()
  })

  const whileLifted = (key: string, cardId: string) => {
    const { lifted, aim, drop, cancel } = moves
    if (isArrow(key) && lifted?.spot) aim(spotBeside(columns, cardId, lifted.spot, key))
    else if (key === ' ' || key === 'Enter') {
      follow.current = cardId
      drop()
    } else if (key === 'Escape' || key === 'Tab') cancel()
    else return false
    return key !== 'Tab'
  }

  const whileWalking = (key: string, cardId: string, frame: HTMLElement, isMovable: boolean) => {
    if (key === ' ' && isMovable) moves.lift(cardId, 'keys')
    else if (key === 'Enter') frame.querySelector('a')?.click()
    else if (isArrow(key)) {
      const beside = cardBeside(columns, cardId, key)
      if (beside !== undefined) frameOf(board.current, beside)?.focus()
    } else return false
    return true
  }

  return {
    onKey: (event: KeyboardEvent<HTMLElement>, cardId: string, isMovable: boolean) => {
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
      const isLifted = moves.lifted?.cardId === cardId
      const isUsed = isLifted
        ? whileLifted(event.key, cardId)
        : whileWalking(event.key, cardId, event.currentTarget, isMovable)
      if (isUsed) event.preventDefault()
    },
    /** The card that keeps the focus when it moves by menu. */
    keepFocusOn: (cardId: string) => {
      follow.current = cardId
    },
  }
}
