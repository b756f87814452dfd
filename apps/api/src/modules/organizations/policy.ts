import type { Organization } from '../../generated/prisma/client.ts'
import type { Policy } from '../../platform/rules/policy.ts'
import { internal, open } from '../users/policy.ts'

const keepers = open('coordinator', 'executive', 'admin')

export const organizationPolicy = { edit: keepers } satisfies Policy<Organization>

/** What is done to the register itself. */
export const organizationsPolicy = { read: internal, create: keepers } satisfies Policy<null>
