import { gateState } from '@entente/shared/kernel/gate'
import type { Problem } from '@entente/shared/kernel/problem'
import { z } from 'zod'

const failedGate = z.object({
  id: z.string(),
  kind: z.enum(['hard', 'waivable', 'advisory']).default('hard'),
  state: gateState.default(gateState.enum.failed),
  message: z.string(),
  missing: z.array(z.object({ label: z.string(), href: z.string() })).default([]),
  /** Roles that may grant a waiver of it. */
  waivedBy: z.array(z.string()).default([]),
})
export type FailedGate = z.infer<typeof failedGate>

/** The gates a refusal names, with what is missing for each; empty for other refusals. */
export const gatesOf = (problem: Problem): FailedGate[] => {
  const gates = z.array(failedGate).safeParse(problem['gates'])
  return gates.success ? gates.data : []
}
