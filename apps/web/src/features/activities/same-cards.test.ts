import { expect, it } from 'vitest'
import { activityBoardQuery } from './api.ts'

type Card = { id: string; title: string; labels: string[]; position: number }
type Board = { columns: { id: string; cards: Card[] }[] }

const boardOf = (titles: Record<string, string>): Board => ({
  columns: [
    { id: 'todo', cards: Object.entries(titles).map(([id, title], position) => ({ id, title, labels: [], position })) },
  ],
})
const { structuralSharing } = activityBoardQuery('program')
const readAgain = (before: Board, after: Board) =>
  typeof structuralSharing === 'function' ? (structuralSharing(before, after) as Board) : after

it('A board read again keeps the very cards that are as they were', () => {
  const before = boardOf({ a: 'Inviter', b: 'Réserver', c: 'Rédiger' })
  const after = boardOf({ c: 'Rédiger', a: 'Inviter', b: 'Réserver la salle' })
  const [old] = before.columns
  const [now] = readAgain(before, after).columns
  expect(now?.cards.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(now?.cards[0]).toBe(old?.cards[2])
  expect(now?.cards[1]).toBe(old?.cards[0])
  expect(now?.cards[2]).not.toBe(old?.cards[1])
  expect(now?.cards[2]?.title).toBe('Réserver la salle')
})
