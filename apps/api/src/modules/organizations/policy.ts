import type { Organization } from '../../generated/prisma/client.ts'
import type { Rule } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

export const organizationPolicy = {
  read: internal,
  create: open('coordinator', 'executive', 'admin'),
  edit: open('coordinator', 'executive', 'admin') as Rule<Organization>,
} satisfies Record<string, Rule<Organization>>
