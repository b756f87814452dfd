import type { Policy } from '../../../platform/rules/policy.ts'
import { open } from '../../users/policy.ts'

/** What is shared with an organization, for its own people. */
export const partnerPanelPolicy = { read: open('partner') } satisfies Policy<null>
