import {
  type Arrow,
  type BoardRow,
  cardsAt,
  lastSpotIn,
  placesIn,
  type Spot,
  spotOf,
  type Step,
} from './board-layout.ts'

type Card = { id: string }
type Grid<C> = readonly BoardRow<C>[]

const isBack = (arrow: Arrow) => arrow === 'ArrowUp' || arrow === 'ArrowLeft'
const isUpOrDown = (arrow: Arrow) => arrow === 'ArrowUp' || arrow === 'ArrowDown'

/** What lies beyond a place in the direction of an arrow, the nearest first. */
const beyond = <T>(list: readonly T[], at: number, arrow: Arrow) =>
  isBack(arrow) ? list.slice(0, Math.max(at, 0)).toReversed() : list.slice(at + 1)

const upOrDown = <C extends Card>(grid: Grid<C>, cardId: string, spot: Spot, arrow: Arrow): Spot => {
  const index = spot.index + (isBack(arrow) ? -1 : 1)
  if (index >= 0 && index < placesIn(grid, spot, cardId)) return { ...spot, index }
  const here = grid.findIndex(({ lane }) => lane.id === spot.laneId)
  const [row] = beyond(grid, here, arrow)
  if (row === undefined) return spot
  const cell = { laneId: row.lane.id, columnId: spot.columnId }
  return isBack(arrow) ? lastSpotIn(grid, cell, cardId) : { ...cell, index: 0 }
}

/** The place one key away: over the edge of a lane into the next, at an end of the column; the same at the edge of the board. */
export const spotBeside = <C extends Card>(grid: Grid<C>, cardId: string, spot: Spot, step: Step): Spot => {
  if (step === 'Home') return { ...spot, index: 0 }
  if (step === 'End') return lastSpotIn(grid, spot, cardId)
  if (isUpOrDown(step)) return upOrDown(grid, cardId, spot, step)
  const columns = grid.find(({ lane }) => lane.id === spot.laneId)?.columns ?? []
  const here = columns.findIndex(({ id }) => id === spot.columnId)
  const [there] = beyond(columns, here, step)
  if (there === undefined) return spot
  const last = lastSpotIn(grid, { laneId: spot.laneId, columnId: there.id }, cardId)
  return { ...last, index: Math.min(spot.index, last.index) }
}

const isUsed = ({ cards }: { cards: readonly unknown[] }) => cards.length > 0

/** In the next column of the lane that has cards, the one at about the same height. */
const leftOrRight = <C extends Card>({ columns }: BoardRow<C>, column: number, index: number, arrow: Arrow) => {
  const cards = beyond(columns, column, arrow).find(isUsed)?.cards ?? []
  return cards[Math.min(index, cards.length - 1)]
}

/** The nearest card of the next lane that has cards in the column. */
const inNextLane = <C extends Card>(grid: Grid<C>, lane: number, column: number, arrow: Arrow) => {
  const cells = beyond(grid, lane, arrow).flatMap(({ columns }) => columns.slice(column, column + 1))
  return cells.find(isUsed)?.cards.at(isBack(arrow) ? -1 : 0)
}

/** The nearest card in the direction of an arrow: over empty columns, and from lane to lane. */
const cardTowards = <C extends Card>(grid: Grid<C>, spot: Spot, arrow: Arrow) => {
  const lane = grid.findIndex((row) => row.lane.id === spot.laneId)
  const row = grid[lane]
  if (row === undefined) return undefined
  const column = row.columns.findIndex(({ id }) => id === spot.columnId)
  if (!isUpOrDown(arrow)) return leftOrRight(row, column, spot.index, arrow)
  const [near] = beyond(row.columns[column]?.cards ?? [], spot.index, arrow)
  return near ?? inNextLane(grid, lane, column, arrow)
}

/** The card the focus goes to, one key away from a card: towards an arrow, or at an end of its column. */
export const cardBeside = <C extends Card>(grid: Grid<C>, cardId: string, step: Step): string | undefined => {
  const spot = spotOf(grid, cardId)
  if (spot === undefined) return undefined
  if (step === 'Home') return cardsAt(grid, spot)[0]?.id
  return (step === 'End' ? cardsAt(grid, spot).at(-1) : cardTowards(grid, spot, step))?.id
}
