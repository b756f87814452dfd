import { internal } from '../users/policy.ts'

export const readsProof = internal
