import type { Program } from '../../../generated/prisma/client.ts'
import type { Rule } from '../../../platform/rules/policy.ts'
import { activityPolicy } from '../policy.ts'

/** Whoever may read or change one card may do so with the board. */
export const boardPolicy = {
  read: activityPolicy.read,
  change: activityPolicy.edit,
  fill: activityPolicy.edit,
} satisfies Record<string, Rule<Program>>
