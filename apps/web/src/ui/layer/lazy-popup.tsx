import { cloneElement, type ReactElement, type ReactNode, type Ref, useState, useTransition } from 'react'

type Popup = 'menu' | 'dialog'
/** What a button is told while that which it opens is not there yet. */
type Closed = { 'aria-haspopup'?: Popup; 'aria-expanded'?: boolean; 'onClick'?: () => void }
export type PopupTrigger = ReactElement<Closed & { ref?: Ref<HTMLButtonElement> }>

type Props = {
  target: PopupTrigger
  popup?: Popup
  /** What opens, around its button: a lazy component, so that what floats over a page loads when first asked for. */
  open: (target: PopupTrigger) => ReactNode
}

/** A button whose menu or panel loads when someone first presses it. */
export const LazyPopup = ({ target, popup = 'menu', open }: Props) => {
  const [isWanted, setIsWanted] = useState(false)
  const [, startTransition] = useTransition()
  if (isWanted) return open(target)
  return cloneElement(target, {
    'aria-haspopup': popup,
    'aria-expanded': false,
    'onClick': () => startTransition(() => setIsWanted(true)),
  })
}
