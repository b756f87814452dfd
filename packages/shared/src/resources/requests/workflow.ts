import { defineWorkflow, stateOf } from '../../kernel/workflow.ts'

const written = {
  fr: 'Retirez d’abord cette demande : elle est en attente ou décidée.',
  en: 'Withdraw this request first: it is pending or decided.',
}
const decided = { fr: 'Cette demande n’attend plus de décision.', en: 'This request no longer awaits a decision.' }

/** A request for resources: written by some, decided by others, then recorded against and completed, never rewritten. */
export const allocationWorkflow = defineWorkflow({
  states: ['draft', 'submitted', 'approved', 'returned', 'refused', 'closed'],
  initial: 'draft',
  transitions: {
    edit: { from: ['draft', 'returned'], to: null, otherwise: written },
    submit: { from: ['draft', 'returned'], to: 'submitted', otherwise: written },
    withdraw: {
      from: ['submitted'],
      to: 'draft',
      otherwise: { fr: 'Cette demande n’est pas en attente.', en: 'This request is not pending.' },
    },
    /** One signature of several: the request still awaits the others. */
    sign: { from: ['submitted'], to: 'submitted', otherwise: decided },
    approve: { from: ['submitted'], to: 'approved', otherwise: decided },
    return: { from: ['submitted'], to: 'returned', otherwise: decided },
    refuse: { from: ['submitted'], to: 'refused', otherwise: decided },
    /** Its program ended before it was decided. */
    close: { from: ['draft', 'submitted', 'returned'], to: 'closed', otherwise: decided },
    record: {
      from: ['approved'],
      to: null,
      otherwise: { fr: 'Cette affectation n’est pas approuvée.', en: 'This allocation is not approved.' },
    },
    amend: {
      from: ['approved'],
      to: null,
      otherwise: { fr: 'Seule une demande approuvée se complète.', en: 'Only an approved request is completed.' },
    },
  },
})

export const allocationState = stateOf(allocationWorkflow)
export type AllocationState = (typeof allocationWorkflow.states)[number]

export const isApproved = ({ state }: { state: AllocationState }) => state === 'approved'
/** A signature that a request needs: awaited from its submission on, then given or not. */
export const stepWorkflow = defineWorkflow({
  states: ['pending', 'approved', 'returned', 'refused'],
  initial: 'pending',
  transitions: {
    approve: { from: ['pending'], to: 'approved', otherwise: decided },
    return: { from: ['pending'], to: 'returned', otherwise: decided },
    refuse: { from: ['pending'], to: 'refused', otherwise: decided },
  },
})

export const stepState = stateOf(stepWorkflow)
export type StepState = (typeof stepWorkflow.states)[number]

type Step = { state: StepState }
export const isAwaited = ({ state }: Step) => state === 'pending'
export const isSigned = ({ state }: Step) => state === 'approved'
