import type { delegations } from '@entente/shared/resources/delegations/contract'
import type { CallOf } from '../../../platform/records/call.ts'
import { expectVersion } from '../../../platform/records/call.ts'
import { addDays, asDate } from '../../../platform/database/clock.ts'
import { command } from '../../../platform/records/command.ts'
import { lock, lockName, type Unit } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { authorize } from '../../../platform/rules/policy.ts'
import { invalidField, ProblemError, wrongState } from '../../../platform/rules/problems.ts'
import { delegationFor } from './queries.ts'
import { delegationPolicy } from '../requests/policy.ts'

const longest = 366

const requireDays = (unit: Unit, startsOn: string, endsOn: string) => {
  if (startsOn < unit.today) {
    throw invalidField('/startsOn', { fr: 'Choisissez aujourd’hui ou plus tard.', en: 'Choose today or later.' })
  }
  if (endsOn > addDays(startsOn, longest)) {
    throw invalidField('/endsOn', { fr: 'Au plus un an.', en: 'One year at most.' })
  }
}

const requireDecider = async (unit: Unit, toId: string, ownId: string) => {
  const roles = [...delegationPolicy.give.roles]
  const found = await unit.db.user.count({ where: { id: toId, disabledAt: null, roles: { hasSome: roles } } })
  if (found > 0 && toId !== ownId) return
  throw invalidField('/toId', {
    fr: 'Choisissez une autre personne qui peut approuver.',
    en: 'Choose someone else who may approve.',
  })
}

/** Depth one, no circle: over the same days nobody both gives and receives. */
const requireDepthOne = async (unit: Unit, fromId: string, toId: string, startsOn: string, endsOn: string) => {
  await lockName(unit, 'delegations')
  const passedOn = await unit.db.delegation.count({
    where: {
      revokedAt: null,
      startsOn: { lte: asDate(endsOn) },
      endsOn: { gte: asDate(startsOn) },
      OR: [{ fromId: toId }, { toId: fromId }],
    },
  })
  if (passedOn > 0) {
    throw wrongState(
      'Ces jours-là, l’une des deux personnes délègue déjà ou agit déjà pour une autre : une délégation ne se transmet pas.',
      'On these days one of the two already delegates or acts for someone else: a delegation is not passed on.',
    )
  }
}

/** Lets someone else decide, from a day to a day, also what is already pending. */
export const giveDelegation = (call: CallOf<typeof delegations.give>) =>
  command(call, async (unit) => {
    const { toId, startsOn, endsOn, ...bounds } = call.body
    requireDays(unit, startsOn, endsOn)
    await requireDecider(unit, toId, call.actor.id)
    await requireDepthOne(unit, call.actor.id, toId, startsOn, endsOn)
    const id = newId()
    const days = { startsOn: asDate(startsOn), endsOn: asDate(endsOn) }
    await unit.db.delegation.create({
      data: { id, fromId: call.actor.id, toId, ...days, ...bounds, createdAt: unit.now },
    })
    const answer = await delegationFor(unit, call.actor, id)
    return {
      answer,
      record: { action: 'delegation.give', resource: 'delegation', id, programId: null, version: 1, after: answer },
    }
  })

/** Ends one's delegation now. What was decided with it stays decided. */
export const revokeDelegation = (call: CallOf<typeof delegations.revoke>) =>
  command(call, async (unit) => {
    const { id } = call.params
    await lock(unit, 'delegations', id)
    const before = await delegationFor(unit, call.actor, id)
    expectVersion(call, before)
    authorize(delegationPolicy.revoke, call.actor, { fromId: before.from.id })
    if (before.revokedAt !== null) throw new ProblemError('already-decided')
    await unit.db.delegation.update({ where: { id }, data: { revokedAt: unit.now, version: { increment: 1 } } })
    const answer = await delegationFor(unit, call.actor, id)
    const record = { action: 'delegation.revoke', resource: 'delegation', id, programId: null, version: answer.version }
    return { answer, record: { ...record, before, after: answer } }
  })
