import { describe, expect, it } from 'vitest'
import { cardBeside, placementOf, spotBeside, spotOf, withMove } from './board-layout.ts'

const board = [
  { id: 'todo', title: 'To do', cards: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
  { id: 'doing', title: 'Doing', cards: [] },
  { id: 'done', title: 'Done', cards: [{ id: 'd' }] },
]
const idsOf = (columns: readonly { cards: readonly { id: string }[] }[]) =>
  columns.map(({ cards }) => cards.map(({ id }) => id).join(''))

describe('A card on a board', () => {
  it('is placed before its new neighbour, after the last one, or alone', () => {
    expect(placementOf(board, 'd', { columnId: 'todo', index: 1 })).toEqual({ columnId: 'todo', before: 'b' })
    expect(placementOf(board, 'd', { columnId: 'todo', index: 3 })).toEqual({ columnId: 'todo', after: 'c' })
    expect(placementOf(board, 'a', { columnId: 'doing', index: 0 })).toEqual({ columnId: 'doing' })
  })

  it('is not its own neighbour when it moves within its column', () => {
    expect(placementOf(board, 'a', { columnId: 'todo', index: 1 })).toEqual({ columnId: 'todo', before: 'c' })
    expect(idsOf(withMove(board, 'a', { columnId: 'todo', index: 1 }))).toEqual(['bac', '', 'd'])
  })

  it('leaves one column and enters the other, and the counts follow', () => {
    const moved = withMove(board, 'b', { columnId: 'done', index: 0 })
    expect(idsOf(moved)).toEqual(['ac', '', 'bd'])
    expect(moved.map(({ count }) => count)).toEqual([2, 0, 2])
  })

  it('stays on the board whatever the arrow', () => {
    const first = spotOf(board, 'a') ?? { columnId: '', index: 0 }
    expect(spotBeside(board, 'a', first, 'ArrowLeft')).toEqual(first)
    expect(spotBeside(board, 'a', first, 'ArrowUp')).toEqual(first)
    expect(spotBeside(board, 'c', { columnId: 'todo', index: 2 }, 'ArrowDown')).toEqual({ columnId: 'todo', index: 2 })
    expect(spotBeside(board, 'c', { columnId: 'todo', index: 2 }, 'ArrowRight')).toEqual({
      columnId: 'doing',
      index: 0,
    })
  })

  it('hands the focus over empty columns', () => {
    expect(cardBeside(board, 'c', 'ArrowRight')).toBe('d')
    expect(cardBeside(board, 'd', 'ArrowLeft')).toBe('a')
    expect(cardBeside(board, 'd', 'ArrowRight')).toBeUndefined()
  })
})
