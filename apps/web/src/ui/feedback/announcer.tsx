import { VisuallyHidden } from '@mantine/core'
import { useSyncExternalStore } from 'react'

let message = ''
let turn = 0
const listeners = new Set<() => void>()

/** Says something to people who listen to the screen, once, without taking the focus. */
export const announce = (text: string) => {
  // The same words twice must change the text, or nothing is said.
  turn += 1
  message = turn % 2 === 0 ? text : `${text}\u00a0`
  for (const listen of listeners) listen()
}

const subscribe = (listen: () => void) => {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** The one polite live region of the page. */
export const Announcer = () => {
  const text = useSyncExternalStore(subscribe, () => message)
  return (
    <VisuallyHidden component="output" aria-live="polite" aria-atomic>
      {text}
    </VisuallyHidden>
  )
}
