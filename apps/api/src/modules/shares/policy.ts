import type { Share } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const sharePolicy = {
  read: internal,
  grant: open('coordinator', 'executive'),
  revoke: open('coordinator', 'executive'),
} satisfies Record<string, Rule<Share>>
