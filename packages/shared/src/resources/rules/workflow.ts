import { defineWorkflow, stateOf } from '../../kernel/workflow.ts'

const decided = { fr: 'Ces règles sont déjà décidées.', en: 'These rules are already decided.' }

/** A table of rules of approval: proposed by one person, put in force or refused once by another, then replaced. */
export const ruleSetWorkflow = defineWorkflow({
  states: ['proposed', 'inForce', 'replaced', 'refused'],
  initial: 'proposed',
  transitions: {
    confirm: { from: ['proposed'], to: 'inForce', otherwise: decided },
    refuse: { from: ['proposed'], to: 'refused', otherwise: decided },
    /** Another table comes into force: this one gives way, unchanged in all it says. */
    replace: { from: ['inForce'], to: 'replaced', otherwise: decided },
  },
})

export const ruleSetState = stateOf(ruleSetWorkflow)
export type RuleSetState = (typeof ruleSetWorkflow.states)[number]
