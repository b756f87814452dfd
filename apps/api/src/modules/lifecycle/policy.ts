import type { Program } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const lifecyclePolicy = {
  gates: internal,
  /** Which of them may make which move is the lifecycle's own table (`moversOf`). */
  move: open('coordinator', 'executive'),
  suspend: open('coordinator', 'executive'),
  resume: open('executive'),
} satisfies Record<string, Rule<Program>>
