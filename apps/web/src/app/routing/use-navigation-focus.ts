import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

const patienceMs = 4_000

/** The field a link names, or the title of the page. */
const targetOf = (hash: string) =>
  hash.length > 1
    ? document.getElementById(decodeURIComponent(hash.slice(1)))
    : document.querySelector<HTMLElement>('h1')

const focusOn = (element: HTMLElement, scroll: boolean) => {
  const field = element.matches('a, button, input, select, textarea, [tabindex]')
    ? element
    : (element.querySelector<HTMLElement>('input, select, textarea, button') ?? element)
  const focusable = scroll ? field : element
  if (!focusable.matches('a, button, input, select, textarea, [tabindex]')) focusable.tabIndex = -1
  focusable.focus({ preventScroll: !scroll })
  if (scroll) element.scrollIntoView({ block: 'center' })
}

/**
 * Says where one has arrived: focus goes to the heading of a new page, or to the very field a link points at, as soon
 * as it is there (its data may still be on the way).
 */
export const useNavigationFocus = () => {
  const { pathname, hash } = useLocation()
  const isFirst = useRef(true)
  useEffect(() => {
    const first = isFirst.current
    isFirst.current = false
    if (first && hash === '') return
    let hasArrived = false
    // What loads later may hide the place for a moment, and the focus with it: go back there until someone takes over.
    const arrive = () => {
      if (hasArrived && document.activeElement !== document.body) return
      const target = targetOf(hash)
      if (target === null || target.offsetParent === null) return
      focusOn(target, hash !== '')
      hasArrived = true
    }
    arrive()
    const observer = new MutationObserver(arrive)
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['style'] })
    const stop = new AbortController()
    const finish = () => {
      observer.disconnect()
      stop.abort()
    }
    const timer = setTimeout(finish, patienceMs)
    for (const event of ['pointerdown', 'keydown', 'wheel'])
      addEventListener(event, finish, { signal: stop.signal, passive: true })
    return () => {
      finish()
      clearTimeout(timer)
    }
  }, [pathname, hash])
}
