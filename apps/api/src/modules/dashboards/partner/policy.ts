import type { Rule } from '../../../platform/rules/policy.ts'
import { open } from '../../users/policy.ts'

/** What is shared with an organization, for its own people. */
export const partnerPanelPolicy = { read: open('partner') } satisfies Record<string, Rule>
