import { useState } from 'react'

/** The cards a person has picked out. */
export const useSelection = () => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    has: (id: string) => ids.has(id),
    toggle: (id: string) =>
      setIds((before) => {
        const after = new Set(before)
        if (!after.delete(id)) after.add(id)
        return after
      }),
    pick: (all: readonly string[]) => setIds(new Set(all)),
    clear: () => setIds(new Set()),
  }
}

export type Selection = ReturnType<typeof useSelection>

/** Whether cards are being chosen, and which. */
export const useSelecting = () => {
  const selection = useSelection()
  const [isOn, setIsOn] = useState(false)
  const stop = () => {
    setIsOn(false)
    selection.clear()
  }
  return { isOn, selection, stop, toggle: () => (isOn ? stop() : setIsOn(true)) }
}
