import type { z } from 'zod'
import type { Role, SignedInUser } from '@entente/shared/users/contract'
import { signedInUser } from '@entente/shared/users/contract'
import type { Person } from '@entente/shared/kernel/fields'
import { type Actor, hasRole } from '../../platform/rules/policy.ts'
import { userPolicy } from './policy.ts'

export const presentActor = (actor: Actor): SignedInUser =>
  signedInUser.parse({
    id: actor.id,
    name: actor.name,
    email: actor.email,
    roles: actor.roles,
    locale: actor.locale,
    organizationId: actor.organizationId,
  } satisfies Record<keyof z.input<typeof signedInUser>, unknown>)

/** Names of people, looked up once for all the rows of an answer. */
export type People = ReadonlyMap<string, Person>

export const personOf = (people: People, id: string): Person => people.get(id) ?? { id, name: '—' }
export const optionalPersonOf = (people: People, id: string | null): Person | null =>
  id === null ? null : personOf(people, id)

/** Colleagues to choose from, with what may be entrusted to them. */
export const presentColleagues = (rows: readonly { id: string; name: string; roles: Role[] }[]) =>
  rows.map(({ id, name, roles }) => ({
    id,
    name,
    roles,
    can: hasRole({ roles }, userPolicy.coordinate.roles) ? ['coordinate' as const] : [],
  }))
