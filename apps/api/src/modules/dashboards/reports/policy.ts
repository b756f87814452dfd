import type { Policy } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** Reports tell of every program and every partner: they stay inside the house. */
export const reportPolicy = { read: internal } satisfies Policy<null>
