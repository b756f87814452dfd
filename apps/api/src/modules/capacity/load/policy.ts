import type { Rule } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** How much everyone is booked is known to everyone inside. */
export const loadPolicy = { read: internal } satisfies Record<string, Rule>
