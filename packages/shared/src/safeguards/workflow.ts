import { defineWorkflow, stateOf } from '../kernel/workflow.ts'

const given = { fr: 'L’accord est déjà donné.', en: 'Agreement is already given.' }

/** Terms of reference (P3): proposed to a host, who agrees itself or through a coordinator with its document. */
export const termsWorkflow = defineWorkflow({
  states: ['proposed', 'agreed'],
  initial: 'proposed',
  transitions: {
    agree: { from: ['proposed'], to: 'agreed', otherwise: given },
    recordAgreement: { from: ['proposed'], to: 'agreed', otherwise: given },
  },
})

export const termsState = stateOf(termsWorkflow)
export type TermsState = (typeof termsWorkflow.states)[number]

export const isAgreed = ({ state }: { state: TermsState }) => state === 'agreed'
