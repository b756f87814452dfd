import type { Rule } from '../../../platform/rules/policy.ts'
import { internal, open } from '../../users/policy.ts'

/** Who decides, when an election is called by surprise, whether someone comes home. */
export const recallPolicy = {
  read: internal,
  decide: open('executive'),
} satisfies Record<string, Rule>
