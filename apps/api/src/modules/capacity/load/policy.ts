import type { Policy } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** How much everyone is booked is known to everyone inside. */
export const loadPolicy = { read: internal } satisfies Policy<null>
