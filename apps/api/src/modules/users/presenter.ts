import { z } from 'zod'
import type { SignedInUser } from '@entente/shared/users/contract'
import { role, signedInUser } from '@entente/shared/users/contract'
import type { Person } from '@entente/shared/kernel/fields'
import type { Actor } from '../../platform/rules/policy.ts'

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

/** Colleagues to choose from, with the roles the contract knows. */
export const presentColleagues = (rows: readonly { id: string; name: string; roles: string[] }[]) =>
  rows.map((row) => ({ id: row.id, name: row.name, roles: z.array(role).parse(row.roles) }))
