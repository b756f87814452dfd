import type { z } from 'zod'
import type { delegation, delegations } from '@entente/shared/resources/delegations/contract'
import type { Delegation, Prisma } from '../../../generated/prisma/client.ts'
import { type CallOf, reading } from '../../../platform/records/call.ts'
import { asDate, asDay } from '../../../platform/database/clock.ts'
import type { Tx } from '../../../platform/database/client.ts'
import { recorded } from '../../../platform/records/changing.ts'
import { type Actor, allowedOn, hasRole } from '../../../platform/rules/policy.ts'
import { type People, personOf } from '../../users/presenter.ts'
import { actorFrom, colleagues, namesOf } from '../../users/queries.ts'
import { delegationPolicy, delegationsPolicy, delegationVisible } from './policy.ts'

/** A delegation in force and the person whose power it lends, as they are today. */
export type Lent = { delegation: Delegation; giver: Actor }

const inForceOn = (today: string): Prisma.DelegationWhereInput => ({
  revokedAt: null,
  startsOn: { lte: asDate(today) },
  endsOn: { gte: asDate(today) },
})

/** The powers lent to this person today. Who lent them must still be here and still hold them. */
export const lentTo = async (tx: Tx, actor: Actor): Promise<Lent[]> => {
  const given = await tx.db.delegation.findMany({
    where: { toId: actor.id, ...inForceOn(tx.today) },
    orderBy: { id: 'asc' },
  })
  if (given.length === 0) return []
  const givers = await tx.db.user.findMany({ where: { id: { in: given.map(({ fromId }) => fromId) } } })
  return given.flatMap((row) => {
    const user = givers.find(({ id }) => id === row.fromId)
    if (user === undefined || user.disabledAt !== null) return []
    const giver = actorFrom(user)
    return hasRole(giver, delegationsPolicy.give.roles) ? [{ delegation: row, giver }] : []
  })
}

const presentDelegation = (
  row: Delegation,
  people: People,
  actor: Actor,
  today: string,
): z.input<typeof delegation> => ({
  id: row.id,
  from: personOf(people, row.fromId),
  to: personOf(people, row.toId),
  startsOn: asDay(row.startsOn),
  endsOn: asDay(row.endsOn),
  units: row.units,
  limitMoney: row.limitMoney?.toFixed(2) ?? null,
  limitDays: row.limitDays?.toFixed(1) ?? null,
  reason: row.reason,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  inForce: row.revokedAt === null && asDay(row.startsOn) <= today && today <= asDay(row.endsOn),
  version: row.version,
  ...allowedOn(delegationPolicy, row, actor),
})

/** A delegation, for the commands that give and end one. */
export const delegationRecord = recorded<Delegation>()({
  resource: 'resources/delegations',
  noun: 'delegation',
  table: 'delegations',
  policy: delegationPolicy,
  visible: delegationVisible,
  find: (tx, id) => tx.db.delegation.findUniqueOrThrow({ where: { id } }),
  present: async (tx, actor, row) => presentDelegation(row, await namesOf(tx, [row.fromId, row.toId]), actor, tx.today),
  programOf: () => null,
})

/** Delegations that are in force or still to come, and the people one may delegate to. */
export const listDelegations = async (
  call: CallOf<typeof delegations.list>,
): Promise<z.input<typeof delegations.list.response>> => {
  const tx = await reading(call.server)
  const rows = await tx.db.delegation.findMany({
    where: { revokedAt: null, endsOn: { gte: asDate(tx.today) } },
    orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
  })
  const people = await namesOf(
    tx,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  )
  const deciding = (await colleagues(tx)).filter((person) => hasRole(person, delegationsPolicy.give.roles))
  return {
    items: rows.map((row) => presentDelegation(row, people, call.actor, tx.today)),
    delegates: deciding.filter(({ id }) => id !== call.actor.id).map(({ id, name }) => ({ id, name })),
  }
}
