import type { Rule } from '../../platform/policy.ts'

export const auditPolicy = {
  read: { roles: ['auditor', 'executive'] },
} satisfies Record<string, Rule>
