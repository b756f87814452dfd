import type { Policy } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** Everyone inside sees the figures of the whole portfolio. */
export const portfolioPanelPolicy = { read: internal } satisfies Policy<null>
