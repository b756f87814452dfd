import { defineWorkflow, stateOf } from '../../kernel/workflow.ts'

const otherwise = {
  fr: 'Cette réservation est décidée ou terminée.',
  en: 'This booking is decided or over.',
}

/**
 * A booking of someone’s days: asked for (tentative), then firm, or neither any more. It stands with the load, which is
 * counted by it.
 */
export const bookingWorkflow = defineWorkflow({
  states: ['asked', 'firm', 'refused', 'released'],
  initial: 'asked',
  transitions: {
    edit: { from: ['asked'], to: null, otherwise },
    confirm: { from: ['asked'], to: 'firm', otherwise },
    refuse: { from: ['asked'], to: 'refused', otherwise },
    release: { from: ['asked', 'firm'], to: 'released', otherwise },
  },
})

export const bookingState = stateOf(bookingWorkflow)
export type BookingState = (typeof bookingWorkflow.states)[number]
type Standing = { state: BookingState }

/** Asked for, and not decided: it takes nothing from anyone yet. */
export const isTentative = ({ state }: Standing) => state === 'asked'
export const isFirm = ({ state }: Standing) => state === 'firm'
/** Tentative or firm: it still counts, and can be given back. */
export const isHeld = (booking: Standing) => isTentative(booking) || isFirm(booking)
