import { describe, expect, it } from 'vitest'
import { rangeBetween, shownIn, startsOf } from './board-window.ts'

const ids = Array.from({ length: 40 }, (_, index) => `card ${index}`)
const heights = new Map(ids.map((id, index) => [id, index % 2 === 0 ? 44 : 94]))
const starts = startsOf(ids, heights)

describe('A long list of cards', () => {
  it('stands as high as its cards and the gaps between them', () => {
    expect(starts.slice(0, 4)).toEqual([0, 50, 150, 200])
    expect(starts.at(-1)).toBe(3000)
  })

  it('takes cards never seen to be as high as the others on average', () => {
    expect(startsOf(['seen', 'not yet'], new Map([['seen', 54]]))).toEqual([0, 60, 120])
  })

  it('has in the page the cards that the window shows, in whole groups', () => {
    expect(rangeBetween(starts, -500, 400)).toEqual({ from: 0, to: 8 })
    expect(rangeBetween(starts, 700, 1300)).toEqual({ from: 8, to: 20 })
    expect(rangeBetween(starts, 2500, 5000)).toEqual({ from: 32, to: 40 })
    expect(rangeBetween(starts, -900, -10)).toEqual({ from: 0, to: 0 })
    expect(rangeBetween(starts, 3100, 4000)).toEqual({ from: 0, to: 0 })
    expect(rangeBetween(startsOf([], heights), 0, 900)).toEqual({ from: 0, to: 0 })
  })

  it('shows each card at its height, and those kept beside it at theirs', () => {
    const { cards, below } = shownIn(starts, { from: 8, to: 10 }, [0, 39])
    expect(cards).toEqual([
      { index: 0, room: 0 },
      { index: 8, room: 550 },
      { index: 9, room: 0 },
      { index: 39, room: 2150 },
    ])
    expect(below).toBe(0)
    expect(shownIn(starts, { from: 0, to: 8 }, []).below).toBe(2400)
    expect(shownIn(starts, { from: 0, to: 0 }, []).below).toBe(3000)
  })

  it('keeps to the cards there are when some went away', () => {
    expect(shownIn(startsOf(ids.slice(0, 3), heights), { from: 0, to: 8 }, []).cards).toHaveLength(3)
  })
})
