import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { OfflineError } from '../../lib/api/problem.ts'

export type SaveState =
  | { phase: 'idle' | 'saving' | 'offline' }
  | { phase: 'saved'; at: string }
  | { phase: 'refused'; error: unknown; text: string }

const pauseMs = 800
const retryMs = 5_000

/**
 * Saves a value by itself a moment after the last key, one save at a time, and again when the network is back. What was
 * typed during a save is saved next; a refusal stays visible until the value changes.
 */
export const useAutosave = <T>(value: T, save: (value: T) => Promise<unknown>): SaveState => {
  const [state, setState] = useState<SaveState>({ phase: 'idle' })
  const text = JSON.stringify(value)
  const saved = useRef(text)
  const isSaving = useRef(false)

  const attempt = useEffectEvent(async () => {
    if (isSaving.current || saved.current === text) return
    isSaving.current = true
    setState({ phase: 'saving' })
    try {
      await save(value)
      saved.current = text
      setState({ phase: 'saved', at: new Date().toISOString() })
    } catch (error) {
      setState(error instanceof OfflineError ? { phase: 'offline' } : { phase: 'refused', error, text })
    }
    isSaving.current = false
  })

  useEffect(() => {
    const isRefused = state.phase === 'refused' && state.text === text
    if (saved.current === text || isRefused || state.phase === 'saving') return
    const timer = setTimeout(() => void attempt(), state.phase === 'offline' ? retryMs : pauseMs)
    return () => clearTimeout(timer)
  }, [text, state])

  return state
}
