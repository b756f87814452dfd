import { type RefObject, useEffect } from 'react'

/**
 * The heads of the columns stay in sight while the page scrolls: they stick by themselves where the board fits. One
 * that is wider than its place scrolls sideways in a box of its own, where they would stick to nothing: the style sheet
 * moves them along, from where the board begins (`--top`) and how high it is (`--height`).
 */
export const useStickyHeaders = (board: RefObject<HTMLElement | null>) => {
  useEffect(() => {
    const frame = board.current
    if (frame === null) return
    const follow = () => {
      const isWide = frame.scrollWidth > frame.clientWidth
      frame.toggleAttribute('data-wide', isWide)
      if (!isWide) return
      const { top, height } = frame.getBoundingClientRect()
      frame.style.setProperty('--top', `${top}px`)
      frame.style.setProperty('--height', `${height}px`)
    }
    const resized = new ResizeObserver(follow)
    resized.observe(frame)
    addEventListener('scroll', follow, { passive: true })
    return () => {
      resized.disconnect()
      removeEventListener('scroll', follow)
    }
  }, [board])
}
