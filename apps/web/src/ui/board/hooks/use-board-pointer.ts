import {
  type DragMoveEvent,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
} from '@dnd-kit/core'
import type { BoardMoves } from './use-board-moves.ts'
import { type BoardRow, keyOf, type Spot, spotBefore } from '../layout/board-layout.ts'

// A mouse drags after a few pixels; a finger holds first, so that it can still scroll.
const mouse = { activationConstraint: { distance: 6 } }
const touch = { activationConstraint: { delay: 250, tolerance: 8 } }

const columnUnder: CollisionDetection = (board) => {
  const under = pointerWithin(board)
  return under.length > 0 ? under : rectIntersection(board)
}

// Our own live region speaks; the library's is kept out of the page.
const silent = { container: document.createElement('div'), restoreFocus: false }

const spotUnder = (grid: readonly BoardRow<{ id: string }>[], { active, over }: DragMoveEvent): Spot | undefined => {
  const dragged = active.rect.current.translated
  const cells = grid.flatMap(({ lane, columns }) => columns.map(({ id }) => ({ laneId: lane.id, columnId: id })))
  const cell = cells.find((one) => keyOf(one) === over?.id)
  if (cell === undefined || dragged === null) return undefined
  const middle = dragged.top + dragged.height / 2
  const cards = [...document.querySelectorAll<HTMLElement>(`[data-cell="${CSS.escape(keyOf(cell))}"] [data-card-id]`)]
  const next = cards.find((card) => {
    const { top, height } = card.getBoundingClientRect()
    return card.dataset['cardId'] !== String(active.id) && top + height / 2 >= middle
  })
  return spotBefore(grid, cell, String(active.id), next?.dataset['cardId'])
}

/** Dragging by mouse and by touch, as settings for the drag context. */
export const useBoardPointer = <Card extends { id: string }>({ grid, lift, aim, drop, cancel }: BoardMoves<Card>) => ({
  sensors: useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, touch)),
  collisionDetection: columnUnder,
  accessibility: silent,
  onDragStart: ({ active }: DragStartEvent) => lift(String(active.id), 'pointer'),
  onDragMove: (event: DragMoveEvent) => aim(spotUnder(grid, event)),
  onDragEnd: drop,
  onDragCancel: cancel,
})
