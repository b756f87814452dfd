import { defineWorkflow, stateOf } from '../kernel/workflow.ts'

const decided = { fr: 'Cette dérogation est déjà décidée.', en: 'This waiver is already decided.' }

/** A waiver of a waivable gate (domain.md, 6.12): asked by one person, granted or refused once by another. */
export const waiverWorkflow = defineWorkflow({
  states: ['proposed', 'granted', 'refused', 'closed'],
  initial: 'proposed',
  transitions: {
    grant: { from: ['proposed'], to: 'granted', otherwise: decided },
    refuse: { from: ['proposed'], to: 'refused', otherwise: decided },
    /** Its program ended before it was decided. */
    close: { from: ['proposed'], to: 'closed', otherwise: decided },
  },
})

export const waiverState = stateOf(waiverWorkflow)
export type WaiverState = (typeof waiverWorkflow.states)[number]
type Standing = { state: WaiverState }

export const isAwaited = ({ state }: Standing) => state === 'proposed'
export const isGranted = ({ state }: Standing) => state === 'granted'

/** An authorization of the Government: recorded by one person, it counts once another confirmed it, until it is withdrawn. */
export const authorizationWorkflow = defineWorkflow({
  states: ['recorded', 'confirmed', 'withdrawn'],
  initial: 'recorded',
  transitions: {
    confirm: {
      from: ['recorded'],
      to: 'confirmed',
      otherwise: {
        fr: 'Cette autorisation n’attend plus de confirmation.',
        en: 'This authorization no longer awaits a confirmation.',
      },
    },
    withdraw: {
      from: ['recorded', 'confirmed'],
      to: 'withdrawn',
      otherwise: { fr: 'Cette autorisation est déjà retirée.', en: 'This authorization is already withdrawn.' },
    },
  },
})

export const authorizationState = stateOf(authorizationWorkflow)
export type AuthorizationState = (typeof authorizationWorkflow.states)[number]
