import type { Rule } from '../../../platform/rules/policy.ts'
import { anyone } from '../../users/policy.ts'

/** Whoever is signed in may ask; what is shared with their organization decides what they see. */
export const partnerViewPolicy = { read: anyone } satisfies Record<string, Rule>
