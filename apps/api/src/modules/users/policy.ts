import type { Role } from '@entente/shared/users/contract'
import { internalRoles } from '@entente/shared/users/contract'
import { type Actor, hasRole, type RoleRule } from '../../platform/rules/policy.ts'

/** A rule that is closed by role only. */
export const open = (...roles: Role[]): RoleRule => ({ roles })

/** A rule for anyone who is signed in. */
export const anyone: RoleRule = { roles: [...internalRoles, 'partner'] }
/** A rule for everyone of the institution. */
export const internal: RoleRule = { roles: internalRoles }

export const isInternal = (actor: Actor) => hasRole(actor, internalRoles)
/** What the database is told of an account of another organization; null for who is of the institution. */
export const outsiderOf = (actor: Actor) =>
  isInternal(actor) ? null : { member: actor.id, organization: actor.organizationId ?? '' }

export const has = (actor: Actor, ...roles: Role[]) => hasRole(actor, roles)

export const userPolicy = {
  session: anyone,
  signOut: anyone,
  people: internal,
  /** To whom a program may be entrusted. */
  coordinate: open('coordinator'),
} satisfies Record<string, RoleRule>
