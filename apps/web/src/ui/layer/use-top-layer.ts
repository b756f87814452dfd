import { useEffect, useId, useSyncExternalStore } from 'react'

/** What is open over the page, the uppermost last. */
let layers: readonly string[] = []
const listeners = new Set<() => void>()
const put = (next: readonly string[]) => {
  layers = next
  for (const tell of listeners) tell()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Whether this layer lies over all others: Escape closes one at a time. */
export const useTopLayer = (isOpen: boolean) => {
  const id = useId()
  useEffect(() => {
    if (!isOpen) return
    put([...layers, id])
    return () => put(layers.filter((other) => other !== id))
  }, [id, isOpen])
  return useSyncExternalStore(subscribe, () => layers.at(-1) === id)
}
