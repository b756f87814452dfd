// Runs in the page under measurement, before anything else there: what it notes of itself.
const notes = { firstCard: null, longTasks: 0, slowest: 0, frames: 0 }
const frame = () => new Promise(requestAnimationFrame)

/** Resolves once the next frame has been drawn: what it posts is heard after it. */
const painted = async () => {
  await frame()
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(null)
  })
}

const look = async () => {
  if (notes.firstCard !== null || document.querySelector('[data-card-id]') === null) return
  // Two frames on, the cards have been painted.
  await frame()
  await frame()
  notes.firstCard ??= performance.now()
}
new MutationObserver(() => void look()).observe(document, { childList: true, subtree: true })

const watch = (type, see) =>
  new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
    type,
    buffered: true,
    durationThreshold: 16,
  })
watch('longtask', ({ duration }) => (notes.longTasks += duration))
watch('event', ({ duration, interactionId }) => {
  if (interactionId !== 0) notes.slowest = Math.max(notes.slowest, duration)
})

const count = () => {
  notes.frames += 1
  requestAnimationFrame(count)
}
count()

/** The card that has the focus and is not the first of its list. */
const isWalking = () => {
  const slot = document.activeElement?.closest('[data-card-id]')
  return slot !== null && slot !== undefined && slot.previousElementSibling !== null
}

globalThis.bench = {
  notes,
  /** A new page of notes in the same document; gives the moment. */
  afresh: () => {
    Object.assign(notes, { firstCard: null, longTasks: 0, slowest: 0, frames: 0 })
    return performance.now()
  },
  firstCards: async () => {
    while (notes.firstCard === null) await frame()
    return notes.firstCard
  },
  walked: async () => {
    while (!isWalking()) await frame()
    return performance.now()
  },
  /** Waits until a card stands in a column and is painted there; gives the moment, as all pages of this machine count. */
  seesIn: async (cardId, columnId) => {
    const place = () => document.querySelector(`[data-cell^="${columnId}"] [data-card-id="${cardId}"]`)
    while (place() === null)
      await new Promise((resolve) => {
        const changed = new MutationObserver(() => {
          changed.disconnect()
          resolve()
        })
        changed.observe(document, { childList: true, subtree: true })
      })
    await painted()
    return performance.timeOrigin + performance.now()
  },
}
