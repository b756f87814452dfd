import type { Rule } from '../../platform/rules/policy.ts'

export const auditPolicy = {
  read: { roles: ['auditor', 'executive'] },
} satisfies Record<string, Rule>
