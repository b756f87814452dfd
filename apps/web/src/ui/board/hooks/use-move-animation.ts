import { type RefObject, useLayoutEffect, useRef } from 'react'

const durationMs = 150

/** Cards that changed place with the columns travel there, so that the eye can follow, whoever moved them. */
export const useMoveAnimation = (
  board: RefObject<HTMLElement | null>,
  columns: readonly unknown[],
  isPaused: boolean,
) => {
  const places = useRef(new Map<string, { x: number; y: number }>())
  useLayoutEffect(() => {
    const frame = board.current
    if (frame === null) return
    const origin = frame.getBoundingClientRect()
    const isStill = isPaused || matchMedia('(prefers-reduced-motion: reduce)').matches
    const now = new Map<string, { x: number; y: number }>()
    for (const card of frame.querySelectorAll<HTMLElement>('[data-card-id]')) {
      const { left, top } = card.getBoundingClientRect()
      const id = card.dataset['cardId'] ?? ''
      const place = { x: left - origin.left + frame.scrollLeft, y: top - origin.top }
      const before = places.current.get(id)
      now.set(id, place)
      if (isStill || before === undefined || (before.x === place.x && before.y === place.y)) continue
      const from = `translate(${before.x - place.x}px, ${before.y - place.y}px)`
      card.animate([{ transform: from }, { transform: 'none' }], { duration: durationMs, easing: 'ease-out' })
    }
    places.current = now
  }, [board, columns, isPaused])
}
