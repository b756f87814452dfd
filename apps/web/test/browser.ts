import { configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { hearComplaints, takeComplaints } from './complaints.ts'
import { closeNetwork, networkFetch } from './network.ts'
import { signInWithout } from './session.ts'

// What the DOM of the tests has not. Nothing here is ours.

class QuietEventSource extends EventTarget {
  static readonly CLOSED = 2
  readonly readyState = 1
  close() {
    // Nothing ever comes.
  }
}

class QuietObserver {
  observe() {
    // Nothing has a size here.
  }
  unobserve() {
    // As above.
  }
  disconnect() {
    // As above.
  }
}

const matchMedia = (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    addListener: () => undefined,
    removeListener: () => undefined,
  })

configure({ asyncUtilTimeout: 10_000 })

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('entente.locale', 'fr')
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-15T15:00:00Z') })
  vi.stubGlobal('fetch', networkFetch)
  vi.stubGlobal('EventSource', QuietEventSource)
  vi.stubGlobal('ResizeObserver', QuietObserver)
  vi.stubGlobal('IntersectionObserver', QuietObserver)
  vi.stubGlobal('matchMedia', matchMedia)
  vi.stubGlobal('scrollTo', () => undefined)
  Element.prototype.scrollIntoView = () => undefined
  HTMLCanvasElement.prototype.getContext = () => null
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
  hearComplaints()
  signInWithout()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  vi.restoreAllMocks()
  const faults = [...closeNetwork(), ...takeComplaints()]
  if (faults.length > 0) throw new Error(faults.join('\n'))
})
