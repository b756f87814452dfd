export type BoardColumn<Card> = {
  id: string
  title: string
  limit?: number | null
  limitMode?: 'warn' | 'block'
  /** All the cards there are, when `cards` holds only some. */
  count?: number
  cards: readonly Card[]
}

/** A place on the board; `index` counts the cards of the column without the one that moves. */
export type Spot = { columnId: string; index: number }

/** A place as the server understands it: directly before or after a neighbour, or anywhere in the column. */
export type Placement = { columnId: string; before?: string; after?: string }

type Card = { id: string }
type Columns<C> = readonly BoardColumn<C>[]
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const othersIn = <C extends Card>(columns: Columns<C>, columnId: string, cardId: string) =>
  columns.find(({ id }) => id === columnId)?.cards.filter(({ id }) => id !== cardId) ?? []

export const cardOf = <C extends Card>(columns: Columns<C>, cardId: string) =>
  columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId)

export const spotOf = <C extends Card>(columns: Columns<C>, cardId: string): Spot | undefined => {
  const column = columns.find(({ cards }) => cards.some(({ id }) => id === cardId))
  return column && { columnId: column.id, index: column.cards.findIndex(({ id }) => id === cardId) }
}

export const isSameSpot = (left: Spot | undefined, right: Spot | undefined) =>
  left?.columnId === right?.columnId && left?.index === right?.index

/** How many places a card could take in a column. */
export const placesIn = <C extends Card>(columns: Columns<C>, columnId: string, cardId: string) =>
  othersIn(columns, columnId, cardId).length + 1

export const placementOf = <C extends Card>(columns: Columns<C>, cardId: string, spot: Spot): Placement => {
  const others = othersIn(columns, spot.columnId, cardId)
  const next = others[spot.index]
  const last = others.at(-1)
  if (next !== undefined) return { columnId: spot.columnId, before: next.id }
  return last === undefined ? { columnId: spot.columnId } : { columnId: spot.columnId, after: last.id }
}

/** The board as it will be once the card has moved. */
export const withMove = <C extends Card>(columns: Columns<C>, cardId: string, spot: Spot): Columns<C> => {
  const card = cardOf(columns, cardId)
  const from = spotOf(columns, cardId)?.columnId
  if (card === undefined) return columns
  const shift = (column: BoardColumn<C>) => Number(column.id === spot.columnId) - Number(column.id === from)
  return columns.map((column) => ({
    ...column,
    count: (column.count ?? column.cards.length) + shift(column),
    cards:
      column.id === spot.columnId
        ? othersIn(columns, column.id, cardId).toSpliced(spot.index, 0, card)
        : column.cards.filter(({ id }) => id !== cardId),
  }))
}

/** The place one arrow away; the same place at the edge of the board. */
export const spotBeside = <C extends Card>(columns: Columns<C>, cardId: string, spot: Spot, arrow: Arrow): Spot => {
  if (arrow === 'ArrowUp') return { ...spot, index: Math.max(0, spot.index - 1) }
  if (arrow === 'ArrowDown')
    return { ...spot, index: Math.min(placesIn(columns, spot.columnId, cardId) - 1, spot.index + 1) }
  const here = columns.findIndex(({ id }) => id === spot.columnId)
  const there = columns[here + (arrow === 'ArrowRight' ? 1 : -1)]
  if (there === undefined) return spot
  return { columnId: there.id, index: Math.min(spot.index, placesIn(columns, there.id, cardId) - 1) }
}

/** The card the focus goes to, one arrow away from a card. */
export const cardBeside = <C extends Card>(columns: Columns<C>, cardId: string, arrow: Arrow): string | undefined => {
  const spot = spotOf(columns, cardId)
  if (spot === undefined) return undefined
  const here = columns.findIndex(({ id }) => id === spot.columnId)
  if (arrow === 'ArrowUp') return columns[here]?.cards[spot.index - 1]?.id
  if (arrow === 'ArrowDown') return columns[here]?.cards[spot.index + 1]?.id
  const side = arrow === 'ArrowRight' ? columns.slice(here + 1) : columns.slice(0, here).toReversed()
  const cards = side.find((column) => column.cards.length > 0)?.cards ?? []
  return cards[Math.min(spot.index, cards.length - 1)]?.id
}
