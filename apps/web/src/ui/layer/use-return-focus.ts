import { useEffect } from 'react'

/** What had the focus; for an item of a menu, which goes away with it, the button of that menu. */
const openerOf = (focused: Element | null) => {
  const menuButton = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = menuButton ? document.getElementById(menuButton) : focused
  return opener instanceof HTMLElement ? opener : null
}

/**
 * Gives the focus back, once what opened over the page is gone, to what had it before, unless someone took it meanwhile.
 * Mantine's own return needs a layer that was there before it opened; most of ours come and go whole.
 */
export const useReturnFocus = (isOpen: boolean) => {
  useEffect(() => {
    if (!isOpen) return
    const opener = openerOf(document.activeElement)
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && opener?.isConnected) opener.focus({ preventScroll: true })
      })
    }
  }, [isOpen])
}
