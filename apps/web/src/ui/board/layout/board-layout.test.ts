import { describe, expect, it } from 'vitest'
import { cardBeside, spotBeside } from './board-arrows.ts'
import { gridOf, placementOf, type Spot, spotInOwnLane, spotOf, withMove } from './board-layout.ts'

const columns = [
  { id: 'todo', title: 'To do', cards: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
  { id: 'doing', title: 'Doing', cards: [] },
  { id: 'done', title: 'Done', cards: [{ id: 'd' }] },
]
const board = gridOf(columns, [{ id: '', title: '' }], () => '')
const at = (columnId: string, index: number, laneId = ''): Spot => ({ laneId, columnId, index })
const idsOf = (list: readonly { cards: readonly { id: string }[] }[]) =>
  list.map(({ cards }) => cards.map(({ id }) => id).join(''))

describe('A card on a board', () => {
  it('is placed before its new neighbour, after the last one, or alone', () => {
    expect(placementOf(board, 'd', at('todo', 1))).toEqual({ columnId: 'todo', before: 'b' })
    expect(placementOf(board, 'd', at('todo', 3))).toEqual({ columnId: 'todo', after: 'c' })
    expect(placementOf(board, 'a', at('doing', 0))).toEqual({ columnId: 'doing' })
  })

  it('is not its own neighbour when it moves within its column', () => {
    const to = placementOf(board, 'a', at('todo', 1))
    expect(to).toEqual({ columnId: 'todo', before: 'c' })
    expect(idsOf(withMove(columns, 'a', to))).toEqual(['bac', '', 'd'])
  })

  it('leaves one column and enters the other, and the counts follow', () => {
    const moved = withMove(columns, 'b', { columnId: 'done', before: 'd' })
    expect(idsOf(moved)).toEqual(['ac', '', 'bd'])
    expect(moved.map(({ count }) => count)).toEqual([2, 0, 2])
    const filtered = columns.map((column) => ({ ...column, count: 9, shown: column.cards.length }))
    expect(withMove(filtered, 'b', { columnId: 'doing' }).map(({ count, shown }) => [count, shown])).toEqual([
      [8, 2],
      [10, 1],
      [9, 1],
    ])
  })

  it('goes after a neighbour, or to the end where it has none', () => {
    expect(idsOf(withMove(columns, 'd', { columnId: 'todo', after: 'a' }))).toEqual(['adbc', '', ''])
    expect(idsOf(withMove(columns, 'd', { columnId: 'todo' }))).toEqual(['abcd', '', ''])
  })

  it('stays on the board whatever the arrow', () => {
    const first = spotOf(board, 'a') ?? at('', 0)
    expect(spotBeside(board, 'a', first, 'ArrowLeft')).toEqual(first)
    expect(spotBeside(board, 'a', first, 'ArrowUp')).toEqual(first)
    expect(spotBeside(board, 'c', at('todo', 2), 'ArrowDown')).toEqual(at('todo', 2))
    expect(spotBeside(board, 'c', at('todo', 2), 'ArrowRight')).toEqual(at('doing', 0))
  })

  it('hands the focus over empty columns', () => {
    expect(cardBeside(board, 'c', 'ArrowRight')).toBe('d')
    expect(cardBeside(board, 'd', 'ArrowLeft')).toBe('a')
    expect(cardBeside(board, 'd', 'ArrowRight')).toBeUndefined()
    expect(cardBeside(board, 'a', 'ArrowDown')).toBe('b')
    expect(cardBeside(board, 'a', 'ArrowUp')).toBeUndefined()
  })
})

describe('A board with lanes', () => {
  const north = new Set(['a', 'd'])
  const lanes = [
    { id: 'north', title: 'North' },
    { id: 'middle', title: 'Middle' },
    { id: 'south', title: 'South' },
  ]
  const grid = gridOf(columns, lanes, ({ id }) => (north.has(id) ? 'north' : 'south'))

  it('shows every card once, in its lane and its column', () => {
    expect(grid.map((row) => idsOf(row.columns))).toEqual([
      ['a', '', 'd'],
      ['', '', ''],
      ['bc', '', ''],
    ])
    expect(spotOf(grid, 'c')).toEqual(at('todo', 1, 'south'))
  })

  it('hands the focus from lane to lane, over empty ones, in the same column', () => {
    expect(cardBeside(grid, 'a', 'ArrowDown')).toBe('b')
    expect(cardBeside(grid, 'b', 'ArrowUp')).toBe('a')
    expect(cardBeside(grid, 'c', 'ArrowDown')).toBeUndefined()
    expect(cardBeside(grid, 'a', 'ArrowRight')).toBe('d')
    expect(cardBeside(grid, 'b', 'ArrowRight')).toBeUndefined()
    expect(cardBeside(grid, 'd', 'ArrowDown')).toBeUndefined()
  })

  it('takes a lifted card over the edge of its lane, into the next one', () => {
    expect(spotBeside(grid, 'a', at('todo', 0, 'north'), 'ArrowDown')).toEqual(at('todo', 0, 'middle'))
    expect(spotBeside(grid, 'a', at('todo', 0, 'middle'), 'ArrowDown')).toEqual(at('todo', 0, 'south'))
    expect(spotBeside(grid, 'a', at('todo', 0, 'middle'), 'ArrowUp')).toEqual(at('todo', 0, 'north'))
    expect(spotBeside(grid, 'd', at('done', 0, 'south'), 'ArrowLeft')).toEqual(at('doing', 0, 'south'))
    expect(spotBeside(grid, 'd', at('todo', 0, 'middle'), 'ArrowDown')).toEqual(at('todo', 0, 'south'))
    expect(spotBeside(grid, 'a', at('todo', 2, 'south'), 'ArrowDown')).toEqual(at('todo', 2, 'south'))
  })

  it('names the lane when a card changes it, and neighbours of that lane only', () => {
    expect(placementOf(grid, 'a', at('todo', 1, 'south'))).toEqual({ columnId: 'todo', before: 'c', lane: 'south' })
    expect(placementOf(grid, 'a', at('done', 0, 'north'))).toEqual({ columnId: 'done', before: 'd' })
    expect(placementOf(grid, 'b', at('done', 0, 'south'))).toEqual({ columnId: 'done' })
  })

  it('moves a card to the column alone where lanes are none of its own choosing', () => {
    expect(spotInOwnLane(grid, 'b', at('done', 0, 'north'))).toEqual(at('done', 0, 'south'))
    expect(spotInOwnLane(grid, 'b', at('todo', 1, 'south'))).toEqual(at('todo', 1, 'south'))
    expect(spotInOwnLane(grid, 'a', at('done', 5, 'south'))).toEqual(at('done', 1, 'north'))
  })
})
