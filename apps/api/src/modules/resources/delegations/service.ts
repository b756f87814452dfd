import { delegations } from '@entente/shared/resources/delegations/contract'
import { addDays, asDate } from '../../../platform/database/clock.ts'
import { adding, changing, toRegister } from '../../../platform/records/changing.ts'
import { lockName, type Tx } from '../../../platform/database/client.ts'
import { newId } from '../../../platform/database/ids.ts'
import { invalidField, wrongState } from '../../../platform/rules/problems.ts'
import { delegationRecord } from './queries.ts'
import { delegationsPolicy } from './policy.ts'

const longest = 366

const requireDays = (tx: Tx, startsOn: string, endsOn: string) => {
  if (startsOn < tx.today) {
    throw invalidField('/startsOn', { fr: 'Choisissez aujourd’hui ou plus tard.', en: 'Choose today or later.' })
  }
  if (endsOn > addDays(startsOn, longest)) {
    throw invalidField('/endsOn', { fr: 'Au plus un an.', en: 'One year at most.' })
  }
}

const requireDecider = async (tx: Tx, toId: string, ownId: string) => {
  const roles = [...delegationsPolicy.give.roles]
  const found = await tx.db.user.count({ where: { id: toId, disabledAt: null, roles: { hasSome: roles } } })
  if (found > 0 && toId !== ownId) return
  throw invalidField('/toId', {
    fr: 'Choisissez une autre personne qui peut approuver.',
    en: 'Choose someone else who may approve.',
  })
}

/** Depth one, no circle: over the same days nobody both gives and receives. */
const requireDepthOne = async (tx: Tx, fromId: string, toId: string, startsOn: string, endsOn: string) => {
  await lockName(tx, 'delegations')
  const passedOn = await tx.db.delegation.count({
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
export const giveDelegation = adding(
  delegations.give,
  delegationRecord,
  { action: 'give', rule: delegationsPolicy.give, ...toRegister },
  async ({ tx, actor, body: { toId, startsOn, endsOn, ...bounds } }) => {
    requireDays(tx, startsOn, endsOn)
    await requireDecider(tx, toId, actor.id)
    await requireDepthOne(tx, actor.id, toId, startsOn, endsOn)
    const id = newId()
    const days = { startsOn: asDate(startsOn), endsOn: asDate(endsOn) }
    await tx.db.delegation.create({ data: { id, fromId: actor.id, toId, ...days, ...bounds, createdAt: tx.now } })
    return id
  },
)

/** Ends one's delegation now. What was decided with it stays decided. */
export const revokeDelegation = changing(delegations.revoke, delegationRecord, 'revoke', async ({ tx, id }) => {
  await tx.db.delegation.update({ where: { id }, data: { revokedAt: tx.now, version: { increment: 1 } } })
})
