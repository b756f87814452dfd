import { defineWorkflow, stateOf } from '../kernel/workflow.ts'

/** What an organization brings (P6): reported once, as sure as it then is; nothing moves it on today. */
export const contributionWorkflow = defineWorkflow({
  states: ['promised', 'signed', 'received'],
  initial: 'promised',
  transitions: {},
})

export const contributionState = stateOf(contributionWorkflow)
export type ContributionState = (typeof contributionWorkflow.states)[number]

/** Signed or received is said with proof only (domain.md, P6-G3). */
export const needsProof = ({ state }: { state: ContributionState }) => state !== 'promised'
