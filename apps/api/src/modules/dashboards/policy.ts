import type { Rule } from '../../platform/policy.ts'
import { internal, open } from '../users/policy.ts'

export const dashboardPolicy = {
  portfolio: internal,
  resources: internal,
  rehearsal: internal,
  partner: open('partner'),
} satisfies Record<string, Rule>
