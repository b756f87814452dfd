import { defineWorkflow, stateOf } from '../kernel/workflow.ts'

/** An official request in the register (P1): verified by a second person, and again after every correction. */
export const requestWorkflow = defineWorkflow({
  states: ['toVerify', 'valid', 'toReconfirm', 'lapsed', 'withdrawn'],
  initial: 'toVerify',
  transitions: {
    edit: {
      from: ['toVerify', 'valid', 'toReconfirm', 'lapsed', 'withdrawn'],
      to: 'toVerify',
      otherwise: { fr: 'Cette demande ne se corrige plus.', en: 'This request can no longer be corrected.' },
    },
    verify: {
      from: ['toVerify'],
      to: 'valid',
      otherwise: {
        fr: 'Cette demande n’est pas à vérifier.',
        en: 'This request is not waiting for verification.',
      },
    },
  },
})

export const requestState = stateOf(requestWorkflow)
export type RequestState = (typeof requestWorkflow.states)[number]

export const isValid = ({ state }: { state: RequestState }) => state === 'valid'
