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
    /** Something changed at the host: nothing new rests on the request until it is confirmed by a new letter (P1-G7). */
    reconfirm: {
      from: ['valid'],
      to: 'toReconfirm',
      otherwise: { fr: 'Cette demande n’est pas valide.', en: 'This request is not valid.' },
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

export const isToReconfirm = ({ state }: { state: RequestState }) => state === 'toReconfirm'
export const isValid = ({ state }: { state: RequestState }) => state === 'valid'
