import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { rangeBetween, shownIn, startsOf } from '../layout/board-window.ts'

/** On a board of more cards than this, only those near the window are in the page. */
const mostInFull = 150

/** How far above and below the window cards are kept ready. */
const readyPx = 400

/** The cards that stay in the page wherever the window is; none need to on a board that is there whole. */
export const keptOn = (columns: readonly { cards: readonly unknown[] }[], ids: readonly string[]) =>
  columns.reduce((sum, { cards }) => sum + cards.length, 0) > mostInFull ? new Set(ids) : undefined

/** The heights of the cards that are in the page, beside those seen before; the same map when nothing is new. */
const heightsIn = (list: HTMLElement, known: ReadonlyMap<string, number>) => {
  const seen = [...list.querySelectorAll<HTMLElement>('[data-card-id]')].map(
    (slot) => [slot.dataset['cardId'] ?? '', slot.offsetHeight] as const,
  )
  return seen.every(([id, height]) => known.get(id) === height) ? known : new Map([...known, ...seen])
}

const nothingSeen = { heights: new Map<string, number>() as ReadonlyMap<string, number>, range: { from: 0, to: 8 } }

/** Which cards of a long list are in the page: those near the window, and those kept wherever they are. */
export const useBoardWindow = (
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  kept: readonly number[],
) => {
  const [{ heights, range }, setView] = useState(nothingSeen)
  const look = useEffectEvent(() => {
    if (list.current === null) return
    const seen = heightsIn(list.current, heights)
    const top = -list.current.getBoundingClientRect().top
    const next = rangeBetween(startsOf(ids, seen), top - readyPx, top + innerHeight + readyPx)
    if (seen !== heights || next.from !== range.from || next.to !== range.to) setView({ heights: seen, range: next })
  })
  useEffect(() => {
    const seen = () => look()
    // A list grows or shrinks when cards come, go, or turn out higher than was thought.
    const grown = new ResizeObserver(seen)
    if (list.current !== null) grown.observe(list.current)
    addEventListener('scroll', seen, { passive: true })
    addEventListener('resize', seen)
    return () => {
      grown.disconnect()
      removeEventListener('scroll', seen)
      removeEventListener('resize', seen)
    }
  }, [list])
  return shownIn(startsOf(ids, heights), range, kept)
}
