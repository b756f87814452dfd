export type BoardColumn<Card> = {
  id: string
  title: string
  limit?: number | null
  limitMode?: 'warn' | 'block'
  /** All the cards there are, when `cards` holds only some. */
  count?: number
  /** How many of them the filters leave; `cards.length` unless the column is folded away. */
  shown?: number
  cards: readonly Card[]
}

/** How much there is of what a limit counts, and whether more is refused or only shown. */
export type Load = { count: number; limit: number; limitMode: 'warn' | 'block' }

/** A row across all columns. */
export type BoardLane = {
  id: string
  title: string
  /** Its open cards against its limit, whatever the filters leave. */
  load?: Load
}

/** The cards of one lane, by column. A board without lanes is one row. */
export type BoardRow<Card> = { lane: BoardLane; columns: Columns<Card> }

/** Where a lane and a column meet. */
export type Cell = { laneId: string; columnId: string }

/** A place on the board; `index` counts the cards of the cell without the one that moves. */
export type Spot = Cell & { index: number }

/** A place as the server understands it: directly before or after a neighbour, or at the end; `lane` when it changes. */
export type Placement = { columnId: string; before?: string; after?: string; lane?: string }

type Card = { id: string }
type Columns<C> = readonly BoardColumn<C>[]
type Grid<C> = readonly BoardRow<C>[]
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
/** What a key asks for: one place in a direction, or the ends of the column. */
export type Step = Arrow | 'Home' | 'End'

export const keyOf = ({ laneId, columnId }: Cell) => `${columnId} ${laneId}`

/** Cards by lane and column; each card is in one lane. */
export const gridOf = <C>(
  columns: Columns<C>,
  lanes: readonly BoardLane[],
  laneOf: (card: C) => string,
): BoardRow<C>[] => {
  const byLane = columns.map(({ cards }) => Map.groupBy(cards, laneOf))
  return lanes.map((lane) => ({
    lane,
    columns: columns.map((column, at) => ({ ...column, cards: byLane[at]?.get(lane.id) ?? [] })),
  }))
}

/** The cards of a cell. */
export const cardsAt = <C>(grid: Grid<C>, { laneId, columnId }: Cell) =>
  grid.find(({ lane }) => lane.id === laneId)?.columns.find(({ id }) => id === columnId)?.cards ?? []

const othersAt = <C extends Card>(grid: Grid<C>, cell: Cell, cardId: string) =>
  cardsAt(grid, cell).filter(({ id }) => id !== cardId)

export const cardOf = <C extends Card>(columns: Columns<C>, cardId: string) =>
  columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId)

export const spotOf = <C extends Card>(grid: Grid<C>, cardId: string): Spot | undefined => {
  for (const { lane, columns } of grid)
    for (const { id, cards } of columns) {
      const index = cards.findIndex((card) => card.id === cardId)
      if (index >= 0) return { laneId: lane.id, columnId: id, index }
    }
  return undefined
}

export const isSameSpot = (left: Spot | undefined, right: Spot | undefined) =>
  left?.laneId === right?.laneId && left?.columnId === right?.columnId && left?.index === right?.index

/** How many places a card could take in a cell. */
export const placesIn = <C extends Card>(grid: Grid<C>, cell: Cell, cardId: string) =>
  othersAt(grid, cell, cardId).length + 1

/** The last place of a cell. */
export const lastSpotIn = <C extends Card>(grid: Grid<C>, { laneId, columnId }: Cell, cardId: string): Spot => ({
  laneId,
  columnId,
  index: placesIn(grid, { laneId, columnId }, cardId) - 1,
})

/** The place directly before a card of a cell, or its last one. */
export const spotBefore = <C extends Card>(grid: Grid<C>, cell: Cell, cardId: string, nextId: string | undefined) => {
  const index = othersAt(grid, cell, cardId).findIndex(({ id }) => id === nextId)
  return index < 0 ? lastSpotIn(grid, cell, cardId) : { ...cell, index }
}

/** Where a card lands that may change its column and never its lane. */
export const spotInOwnLane = <C extends Card>(grid: Grid<C>, cardId: string, spot: Spot): Spot => {
  const laneId = spotOf(grid, cardId)?.laneId ?? spot.laneId
  return laneId === spot.laneId ? spot : lastSpotIn(grid, { laneId, columnId: spot.columnId }, cardId)
}

export const placementOf = <C extends Card>(grid: Grid<C>, cardId: string, spot: Spot): Placement => {
  const others = othersAt(grid, spot, cardId)
  const [next, last] = [others[spot.index], others.at(-1)]
  const isElsewhere = spotOf(grid, cardId)?.laneId !== spot.laneId
  const place = { columnId: spot.columnId, ...(isElsewhere && { lane: spot.laneId }) }
  if (next !== undefined) return { ...place, before: next.id }
  return last === undefined ? place : { ...place, after: last.id }
}

/** The columns as they will be once the card has moved. */
export const withMove = <C extends Card>(columns: Columns<C>, cardId: string, to: Placement): Columns<C> => {
  const card = cardOf(columns, cardId)
  if (card === undefined) return columns
  const from = columns.find(({ cards }) => cards.includes(card))?.id
  return columns.map((column) => {
    const shift = Number(column.id === to.columnId) - Number(column.id === from)
    const others = column.cards.filter(({ id }) => id !== cardId)
    const after = others.findIndex(({ id }) => id === to.after) + 1 || others.length
    const at = to.before === undefined ? after : others.findIndex(({ id }) => id === to.before)
    return {
      ...column,
      count: (column.count ?? column.cards.length) + shift,
      ...(column.shown !== undefined && { shown: column.shown + shift }),
      cards: column.id === to.columnId ? others.toSpliced(at, 0, card) : others,
    }
  })
}
