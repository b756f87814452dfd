import type { Role } from '@entente/shared/users/contract'
import { internalRoles } from '@entente/shared/users/contract'
import { type Actor, hasRole, type Rule } from '../../platform/rules/policy.ts'

/** A rule that is closed by role only. */
export const open = (...roles: Role[]): Rule => ({ roles })

/** A rule for anyone who is signed in. */
export const anyone: Rule = { roles: [...internalRoles, 'partner'] }
/** A rule for everyone of the institution. */
export const internal: Rule = { roles: internalRoles }

export const isInternal = (actor: Actor) => hasRole(actor, internalRoles)
export const has = (actor: Actor, ...roles: Role[]) => hasRole(actor, roles)

export const userPolicy = {
  session: anyone,
  signOut: anyone,
  people: internal,
} satisfies Record<string, Rule>
