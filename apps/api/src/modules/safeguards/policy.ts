import type { Rule } from '../../platform/rules/policy.ts'
import { anyone, open } from '../users/policy.ts'

export const safeguardPolicy = {
  read: anyone,
  propose: open('coordinator'),
  agree: open('coordinator', 'partner'),
} satisfies Record<string, Rule>
