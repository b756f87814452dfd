import type { Rule } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** Everyone inside sees where every program stands. */
export const portfolioPolicy = { read: internal } satisfies Record<string, Rule>
