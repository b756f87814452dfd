import type { Policy } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** Everyone inside sees what is left of every envelope. */
export const resourcesPanelPolicy = { read: internal } satisfies Policy<null>
