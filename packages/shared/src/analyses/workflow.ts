import { defineWorkflow, stateOf } from '../kernel/workflow.ts'

const written = {
  fr: 'Cette version ne se modifie plus ; commencez-en une nouvelle une fois celle-ci révisée.',
  en: 'This version no longer changes; start a new one once this one is reviewed.',
}
const reviewed = { fr: 'Cette version n’attend pas de révision.', en: 'This version is not waiting for a review.' }

/** A version of an analysis (P2): written by some, reviewed by another, approved for six months. */
export const analysisWorkflow = defineWorkflow({
  states: ['draft', 'submitted', 'returned', 'approved', 'superseded'],
  initial: 'draft',
  transitions: {
    edit: { from: ['draft', 'returned'], to: null, otherwise: written },
    submit: { from: ['draft', 'returned'], to: 'submitted', otherwise: written },
    approve: { from: ['submitted'], to: 'approved', otherwise: reviewed },
    return: { from: ['submitted'], to: 'returned', otherwise: reviewed },
    /** A later version is approved: the earlier ones give way, unchanged in all they say. */
    supersede: { from: ['approved'], to: 'superseded', otherwise: reviewed },
  },
})

export const analysisState = stateOf(analysisWorkflow)
export type AnalysisState = (typeof analysisWorkflow.states)[number]
type Standing = { state: AnalysisState }

export const isApproved = ({ state }: Standing) => state === 'approved'
/** A version that a later one replaced was approved in its time. */
export const wasApproved = ({ state }: Standing) => state === 'approved' || state === 'superseded'
/** One text at a time: no next version begins while this one is written or reviewed. */
export const isUnderWay = ({ state }: Standing) => state !== 'approved' && state !== 'superseded'
/** Written, and waiting for someone who did not write it. */
export const isSubmitted = ({ state }: Standing) => state === 'submitted'
export const isReturned = ({ state }: Standing) => state === 'returned'
