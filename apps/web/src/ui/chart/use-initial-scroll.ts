import { useEffect, useRef } from 'react'

/** A frame that scrolls sideways and opens at a share of its width (0 to 1), a third of the way in. */
export const useInitialScroll = (share: number) => {
  const frame = useRef<HTMLElement>(null)
  const first = useRef(share)
  useEffect(() => {
    const { current } = frame
    if (current !== null) current.scrollLeft = current.scrollWidth * first.current - current.clientWidth / 3
  }, [])
  return frame
}
