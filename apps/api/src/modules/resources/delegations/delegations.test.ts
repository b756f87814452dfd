import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import type { Delegation } from '@entente/shared/resources/delegations/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, draft, ceiling, sign } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

let round = 0
/** A giver who may approve up to 50 000 $ and a receiver who may up to 1 000 $; new people each time. */
const pair = async () => {
  round += 1
  const giver = await world.someone(`donne ${round}`, ['manager'], { limitMoney: '50000', limitDays: '50' })
  const receiver = await world.someone(`reçoit ${round}`, ['manager'], { limitMoney: '1000', limitDays: '1' })
  return { giver, receiver }
}
const give = (by: Person, to: Person, fields: object = {}) =>
  by.post<Delegation>('/delegations', {
    toId: to.id,
    startsOn: '2026-11-23',
    endsOn: '2026-11-30',
    units: ['CAD', 'staffDay'],
    reason: 'Congé annuel de deux semaines',
    ...fields,
  })
const anEnvelope = () => envelope('90000.00', { profile: `délégation ${(round += 1)}` })
const asked = async (amount = '20000.00') => submitted([line(await anEnvelope(), amount)])

describe('A delegation', () => {
  it('lends a power for some days, also over what is pending, under both names', async () => {
    const { giver, receiver } = await pair()
    const pending = await asked()
    expect(await decide(receiver, pending)).toMatchObject({ status: 409, problem: 'over-limit' })
    await granted(give(giver, receiver))
    const { items } = await granted(receiver.get<{ items: InboxItem[] }>('/approvals'))
    expect(items.find(({ allocation }) => allocation.id === pending.id)).toMatchObject({
      withinLimit: true,
      onBehalfOf: { id: giver.id },
    })
    const { steps } = await granted(decide(receiver, pending))
    expect(steps.at(-1)).toMatchObject({ decidedBy: { id: receiver.id }, onBehalfOf: { id: giver.id } })
    const [{ after } = { after: {} }] = await world.db.$queryRaw<{ after: object }[]>`
      SELECT after FROM audit.entries WHERE resource_id = ${pending.id} AND action = 'allocation.approved'`
    expect(JSON.stringify(after)).toContain(giver.name)
    expect(JSON.stringify(after)).toContain(receiver.name)
  })

  it('is not used where one’s own power reaches', async () => {
    const { giver, receiver } = await pair()
    await granted(give(giver, receiver))
    const { steps } = await granted(decide(receiver, await asked('500.00')))
    expect(steps.at(-1)).toMatchObject({ decidedBy: { id: receiver.id }, onBehalfOf: null })
  })

  it('begins and ends on its days, or when it is taken back', async () => {
    const { giver, receiver } = await pair()
    const { id } = await granted(give(giver, receiver, { startsOn: '2026-11-25', endsOn: '2026-11-26' }))
    const tries = async () => (await decide(receiver, await asked())).status
    expect(await tries()).toBe(409)
    world.setTime('2026-11-25T15:00:00Z')
    expect(await tries()).toBe(200)
    world.setTime('2026-11-27T15:00:00Z')
    expect(await tries()).toBe(409)
    world.setTime('2026-11-26T15:00:00Z')
    expect(await tries()).toBe(200)
    expect(await receiver.post(`/delegations/${id}/revocation`)).toMatchObject({ problem: 'separation-of-duties' })
    await granted(giver.post(`/delegations/${id}/revocation`))
    expect(await tries()).toBe(409)
  })

  it('reaches no further than its bounds, nor than the giver', async () => {
    const { giver, receiver } = await pair()
    await granted(give(giver, receiver, { limitMoney: '5000.00', units: ['CAD'] }))
    expect((await decide(receiver, await asked('5000.00'))).status).toBe(200)
    expect((await decide(receiver, await asked('5000.01'))).status).toBe(409)
    const days = await envelope('90', { unit: 'staffDay', profile: `délégation ${(round += 1)}` })
    const inDays = await submitted([{ envelopeId: days.id, days: '5', description: 'Jours' }])
    expect((await decide(receiver, inDays)).status).toBe(409)
    await world.db.user.update({ where: { id: giver.id }, data: { limitMoney: '2000' } })
    expect((await decide(receiver, await asked('2000.01'))).status).toBe(409)
    await world.db.user.update({ where: { id: giver.id }, data: { roles: ['analyst'] } })
    expect((await decide(receiver, await asked('1500.00'))).status).toBe(409)
  })

  it('is not passed on, and makes no circle', async () => {
    const { giver, receiver } = await pair()
    const { giver: third } = await pair()
    await granted(give(giver, receiver))
    const refusal = { status: 409, problem: 'wrong-state' }
    expect(await give(receiver, giver)).toMatchObject(refusal)
    expect(await give(receiver, third)).toMatchObject(refusal)
    expect(await give(third, giver)).toMatchObject(refusal)
    await granted(give(receiver, giver, { startsOn: '2026-12-01', endsOn: '2026-12-02' }))
    const both = await Promise.all([give(third, await world.as('manager2')), give(await world.as('manager2'), third)])
    expect(statusesOf(both)).toEqual([201, 409])
  })

  it('goes to someone else who may approve, from today on, for a year at most', async () => {
    const { giver, receiver } = await pair()
    expect(await give(giver, giver)).toMatchObject({ status: 400, pointers: ['/toId'] })
    expect(await give(giver, await world.as('analyst'))).toMatchObject({ status: 400, pointers: ['/toId'] })
    expect(await give(giver, receiver, { startsOn: '2026-11-22' })).toMatchObject({ pointers: ['/startsOn'] })
    expect(await give(giver, receiver, { endsOn: '2026-11-22' })).toMatchObject({ pointers: ['/endsOn'] })
    expect(await give(giver, receiver, { endsOn: '2028-01-01' })).toMatchObject({ pointers: ['/endsOn'] })
  })
})

/** People who took part in a request, one way or another, and hold every power to decide it but that. */
type Cast = { writer: Person; editor?: Person; decider: Person }
describe('Whoever took part', () => {
  const powerful = { limitMoney: '90000', limitDays: '90' }
  const parts: Record<string, () => Promise<Cast>> = {
    'who asked, holding two roles': async () => {
      const both = await world.someone(`demande ${(round += 1)}`, ['coordinator', 'manager'], powerful)
      return { writer: both, decider: both }
    },
    'who edited, holding two roles': async () => {
      const both = await world.someone(`modifie ${(round += 1)}`, ['coordinator', 'executive'])
      return { writer: await world.as('coordinator'), editor: both, decider: both }
    },
    'who administers and manages, and asked': async () => {
      const both = await world.someone(`administre ${(round += 1)}`, ['admin', 'coordinator', 'manager'], powerful)
      return { writer: both, decider: both }
    },
    'who acts for the one who asked': async () => {
      round += 1
      const writer = await world.someone(`absente ${round}`, ['coordinator', 'manager'], powerful)
      const decider = await world.someone(`agit ${round}`, ['manager'], { limitMoney: '1', limitDays: '1' })
      await granted(give(writer, decider))
      return { writer, decider }
    },
    'who acts for one who edited': async () => {
      round += 1
      const editor = await world.someone(`absente ${round}`, ['coordinator', 'manager'], powerful)
      const decider = await world.someone(`agit ${round}`, ['manager'], { limitMoney: '1', limitDays: '1' })
      await granted(give(editor, decider))
      return { writer: await world.as('coordinator'), editor, decider }
    },
    'who asked, acting for someone else': async () => {
      round += 1
      const giver = await world.someone(`absente ${round}`, ['executive'])
      const both = await world.someone(`agit ${round}`, ['coordinator', 'manager'], { limitMoney: '1', limitDays: '1' })
      await granted(give(giver, both))
      return { writer: both, decider: both }
    },
  }
  const cells = Object.entries(parts)

  it.each(cells)('approves no resources: %s', async (_, cast) => {
    const { writer, editor, decider } = await cast()
    const drafted = await draft([line(await anEnvelope(), '100.00')], null, writer)
    if (editor !== undefined) {
      await granted(
        editor.patch(
          `/allocations/${drafted.id}`,
          { justification: 'Précisée après la question posée.' },
          drafted.version,
        ),
      )
    }
    const sent = await granted((await world.as('coordinator2')).post(`/allocations/${drafted.id}/submission`))
    const reply = await decide(decider, { ...drafted, ...sent } as typeof drafted)
    expect(reply.status).toBe(409)
    expect(['separation-of-duties', 'over-limit']).toContain(reply.problem)
    const now = await granted(decider.get<{ state: string }>(`/allocations/${drafted.id}`))
    expect(now.state).toBe('submitted')
  })

  it.each(cells)('cannot with SQL either: %s', async (_, cast) => {
    const { writer, editor, decider } = await cast()
    const { id } = await draft([line(await anEnvelope(), '100.00')], null, writer)
    if (editor !== undefined) {
      await granted(editor.patch(`/allocations/${id}`, { justification: 'Précisée après la question posée.' }, 1))
    }
    await granted((await world.as('coordinator2')).post(`/allocations/${id}/submission`))
    const lent = await world.db.delegation.findFirst({ where: { toId: decider.id } })
    const involved = [writer.id, editor?.id ?? writer.id]
    if (lent !== null && !involved.includes(lent.fromId) && !involved.includes(decider.id)) return
    const signing = world.db.approvalStep.updateMany({
      where: { allocationId: id },
      data: {
        state: 'approved',
        decidedById: decider.id,
        decidedAt: start,
        delegationId: lent?.id ?? null,
      },
    })
    await expect(signing).rejects.toThrow(/never decided by who asked|not lent/)
  })

  it('confirms no ceiling they proposed, whatever else they are', async () => {
    for (const roles of [['manager'], ['executive'], ['admin', 'manager'], ['coordinator', 'executive']] as const) {
      const proposer = await world.someone(`propose ${(round += 1)}`, [...roles], powerful)
      const proposed = await granted(ceiling(proposer, await anEnvelope(), '95000.00'))
      expect(await sign(proposer, proposed)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    }
  })

  it('and who only administers or audits decides nothing at all', async () => {
    const pending = await asked('10.00')
    const proposed = await granted(ceiling(await world.as('manager'), await anEnvelope(), '95000.00'))
    for (const name of ['admin', 'auditor', 'coordinator', 'analyst'] as const) {
      expect(await decide(await world.as(name), pending)).toMatchObject({ status: 403 })
      expect(await sign(await world.as(name), proposed)).toMatchObject({ status: 403 })
    }
  })
})
