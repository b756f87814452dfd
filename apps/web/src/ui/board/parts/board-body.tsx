import { type ReactNode, useState } from 'react'
import type { CardPlace } from './board-cell.tsx'
import { BoardColumnFrame } from './board-column.tsx'
import { BoardLanes } from './board-lanes.tsx'
import type { BoardColumn } from '../layout/board-layout.ts'
import type { BoardMoves } from '../hooks/use-board-moves.ts'

/** The lanes someone folded away. */
export const useFolded = () => {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setFolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return { folded, toggle }
}

type Props<Card extends { id: string }> = {
  moves: BoardMoves<Card>
  kept: ReadonlySet<string> | undefined
  /** What is folded away; absent on a board without lanes. */
  folding: ReturnType<typeof useFolded> | undefined
  isHidden: (columnId: string) => boolean
  isClosed: (columnId: string) => boolean
  isNarrow: (column: BoardColumn<Card>) => boolean
  renderCard: (card: Card, place?: CardPlace) => ReactNode
  footerOf: (column: BoardColumn<Card>) => ReactNode
}

/** Columns side by side, or under their heads a row of cards for each lane. */
export const BoardBody = <Card extends { id: string }>({ moves, kept, folding, footerOf, ...look }: Props<Card>) => {
  const { columns, grid, lifted } = moves
  const held = { target: lifted?.spot, liftedId: lifted?.cardId, isAimedByKeys: lifted?.by === 'keys', kept }
  if (folding)
    return (
      <BoardLanes {...look} {...held} grid={grid} columns={columns} folded={folding.folded} onToggle={folding.toggle} />
    )
  return columns.map((column) => (
    <BoardColumnFrame
      key={column.id}
      {...held}
      column={column}
      target={lifted?.spot?.columnId === column.id ? lifted.spot : undefined}
      isHidden={look.isHidden(column.id)}
      isFolded={look.isNarrow(column)}
      isClosed={look.isClosed(column.id)}
      renderCard={look.renderCard}
      footer={footerOf(column)}
    />
  ))
}
