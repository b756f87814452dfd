import type { Rule } from '../../../platform/rules/policy.ts'
import { internal } from '../../users/policy.ts'

/** Reports tell of every program and every partner: they stay inside the house. */
export const reportPolicy = { read: internal } satisfies Record<string, Rule>
