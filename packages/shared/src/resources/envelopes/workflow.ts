import { defineWorkflow, stateOf } from '../../kernel/workflow.ts'

const decided = { fr: 'Ce changement est déjà décidé.', en: 'This change is already decided.' }

/** A change of ceiling: proposed by one person, confirmed or refused once by another. */
export const ceilingWorkflow = defineWorkflow({
  states: ['proposed', 'confirmed', 'refused'],
  initial: 'proposed',
  transitions: {
    confirm: { from: ['proposed'], to: 'confirmed', otherwise: decided },
    refuse: { from: ['proposed'], to: 'refused', otherwise: decided },
    reverse: {
      from: ['confirmed'],
      to: null,
      otherwise: {
        fr: 'Seul un virement ou un report confirmé peut être annulé.',
        en: 'Only a confirmed transfer or carry-over can be taken back.',
      },
    },
  },
})

export const changeState = stateOf(ceilingWorkflow)
export type ChangeState = (typeof ceilingWorkflow.states)[number]

/** Confirmed or refused. */
export const isDecided = <C extends { state: ChangeState }>(
  change: C,
): change is C & { state: Exclude<ChangeState, 'proposed'> } => change.state !== 'proposed'
export const isConfirmed = ({ state }: { state: ChangeState }) => state === 'confirmed'
/** Proposed, or in force: whatever was not refused. */
export const isStanding = <C extends { state: ChangeState }>(
  change: C,
): change is C & { state: Exclude<ChangeState, 'refused'> } => change.state !== 'refused'
