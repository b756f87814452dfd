import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same from one drawing to the next, so that what it is handed to need not be drawn anew, and
 * does what it was last given. For what happens afterwards, never while drawing.
 */
export const useStableCallback = <Given extends unknown[], Done>(act: (...given: Given) => Done) => {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Given) => latest.current(...given), [])
}
