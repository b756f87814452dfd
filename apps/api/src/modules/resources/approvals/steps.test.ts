import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { InboxItem } from '@entente/shared/resources/approvals/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, draft, submitted, decide, read, rules, fundableProgram } = resourcesIn(world)

let profiles = 0
const anEnvelope = (ceiling = '100000.00') => envelope(ceiling, { profile: `étapes ${(profiles += 1)}` })
const manager = (name = 'gestion') => world.someone(name, ['manager'], { limitMoney: '25000', limitDays: '20' })
const sign = (by: Person, { id, steps }: Allocation, index: number, fields: object = {}) =>
  by.post<Allocation>(`/allocations/${id}/decisions`, { stepId: steps[index]?.id, outcome: 'approved', ...fields })
const inboxOf = async (by: Person, { id }: { id: string }) => {
  const { items } = await granted(by.get<{ items: InboxItem[] }>('/approvals'))
  return items.find(({ allocation }) => allocation.id === id)
}
const shapeOf = ({ steps }: Allocation) => steps.map(({ role, group, state }) => `${group} ${role} ${state}`)

const opinion = { name: { fr: 'Avis de la gestion', en: 'Opinion' }, role: 'manager' }
const executives = { name: { fr: 'Direction, gros montants', en: null }, role: 'executive' }

/** An opinion of two managers at once, above 1 000 $; then the decision within the limit; then the executive above 5 000 $. */
beforeAll(async () => {
  await manager()
  for (const one of ['executive', 'executive2', 'executive3', 'manager', 'manager2'] as const) await world.as(one)
  await rules(
    { ...opinion, unit: 'CAD', above: '1000.00', group: 1, quorum: 2 },
    { group: 2 },
    { ...executives, unit: 'CAD', above: '5000.00', group: 3 },
    { ...executives, unit: 'item', above: '10', group: 3 },
    { ...executives, isSerious: true, group: 3 },
  )
}, 60_000)

const why = 'Un motif assez long pour être lu'

describe('The steps of a request', () => {
  it('are those that its whole asks for, by unit: cutting it in lines changes nothing', async () => {
    const money = await anEnvelope()
    const items = await envelope('50', { unit: 'item', profile: `étapes ${(profiles += 1)}` })
    const few = { envelopeId: items.id, items: '11', description: 'Portables' }
    expect(shapeOf(await submitted([line(money, '1000.00')]))).toEqual(['2 manager pending'])
    const two = ['1 manager pending', '1 manager pending']
    expect(shapeOf(await submitted([line(money, '500.00'), line(money, '500.01')]))).toEqual([
      ...two,
      '2 manager pending',
    ])
    expect(shapeOf(await submitted([line(money, '5000.01')]))).toEqual([
      ...two,
      '2 manager pending',
      '3 executive pending',
    ])
    expect(shapeOf(await submitted([few]))).toEqual(['2 manager pending', '3 executive pending'])
    expect(shapeOf(await submitted([{ ...few, items: '10' }]))).toEqual(['2 manager pending'])
  })

  it('count the serious risks of the program', async () => {
    const { id } = await fundableProgram()
    expect(shapeOf(await submitted([line(await anEnvelope(), '10.00')], id))).toEqual([
      '2 manager pending',
      '3 executive pending',
    ])
  })

  it('say by which rule they are asked', async () => {
    const { steps } = await submitted([line(await anEnvelope(), '2000.00')])
    expect(steps.map(({ name }) => name?.fr)).toEqual([opinion.name.fr, opinion.name.fr, 'Décision dans la limite'])
    expect(steps.at(-1)?.rule).toBe('withinLimit')
  })
})

describe('Deciding in steps', () => {
  const inThree = async () => ({ money: await anEnvelope('2000.00') })

  it('goes group after group, and reserves with the last signature only', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '2000.00')])
    const [one, two, three] = [await manager('avis 1'), await manager('avis 2'), await manager()]
    expect(await sign(three, asked, 2)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await granted(sign(one, asked, 1))).toMatchObject({ state: 'submitted' })
    expect(await granted(sign(two, asked, 0))).toMatchObject({ state: 'submitted' })
    expect(await read(money)).toMatchObject({ reserved: '0.00' })
    expect(await granted(sign(three, asked, 2))).toMatchObject({ state: 'approved' })
    expect(await read(money)).toMatchObject({ reserved: '2000.00', available: '0.00' })
    expect(await sign(one, asked, 1)).toMatchObject({ status: 409, problem: 'already-decided' })
  })

  it('is never done twice by one person, be it for someone else', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '2000.00')])
    const both = await manager('les deux')
    await granted(sign(both, asked, 0))
    for (const index of [1, 2]) {
      expect(await sign(both, asked, index)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    }
    expect(await inboxOf(both, asked)).toBeUndefined()
    const absent = await world.as('executive2')
    const acting = await world.someone('pour une autre', ['manager'])
    const days = { startsOn: '2026-11-23', endsOn: '2026-11-23' }
    const lending = { toId: acting.id, ...days, units: ['CAD', 'staffDay'], reason: 'Congé annuel de deux semaines' }
    await granted(absent.post('/delegations', lending))
    await granted(sign(absent, asked, 1))
    expect(await sign(acting, asked, 2)).toMatchObject({ status: 409, problem: 'over-limit' })
    expect(await granted(sign(await manager(), asked, 2))).toMatchObject({ state: 'approved' })
  })

  it('of a role belongs to the role: it goes up, not down, also to return or refuse', async () => {
    const money = await anEnvelope()
    const asked = await submitted([line(money, '6000.00')])
    const executive = await world.as('executive')
    await granted(sign(executive, asked, 0))
    await granted(sign(await manager('avis 1'), asked, 1))
    await granted(sign(await manager(), asked, 2))
    const last = await manager('avis 2')
    expect(await inboxOf(last, asked)).toBeUndefined()
    for (const outcome of ['approved', 'returned', 'refused']) {
      expect(await sign(last, asked, 3, { outcome, reason: why })).toMatchObject({ problem: 'over-limit' })
    }
    expect(await inboxOf(await world.as('executive3'), asked)).toMatchObject({ stepId: asked.steps[3]?.id })
    expect(await granted(sign(await world.as('executive3'), asked, 3))).toMatchObject({ state: 'approved' })
  })

  it('carries what a step grants to the next, which may grant less, never more', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '1500.00'), line(money, '400.00')])
    const [first, second] = asked.lines.map(({ id }) => id)
    const cad = (amount: string) => ({ amount: { amount, currency: 'CAD' } })
    const [one, two] = [await manager('avis 1'), await manager('avis 2')]
    const refusal = { lineId: second, outcome: 'refused' }
    expect((await sign(one, asked, 0, { lines: [refusal] })).pointers).toEqual(['/lines/0/reason'])
    const less = [
      { lineId: first, ...cad('1200.00'), reason: 'Moins de nuitées que dans la demande' },
      { ...refusal, reason: 'Déjà payé par un autre partenaire' },
    ]
    expect((await granted(sign(one, asked, 0, { lines: less }))).lines).toMatchObject([
      { approved: '1200.00', outcome: 'approved', reserved: '0.00', reason: 'Moins de nuitées que dans la demande' },
      { approved: '0.00', outcome: 'refused', reason: 'Déjà payé par un autre partenaire' },
    ])
    const shown = await inboxOf(two, asked)
    expect(shown?.lines.map(({ after }) => after.available)).toEqual(['800.00', '800.00'])
    const more = { lines: [{ lineId: first, ...cad('1200.01') }] }
    expect((await sign(two, asked, 1, more)).pointers).toEqual(['/lines/0/amount'])
    await granted(sign(two, asked, 1))
    const { lines } = await granted(sign(await manager(), asked, 2, { lines: [{ lineId: first, ...cad('1000.00') }] }))
    expect(lines).toMatchObject([{ reserved: '1000.00' }, { reserved: '0.00', outcome: 'refused' }])
    expect(await read(money)).toMatchObject({ reserved: '1000.00' })
  })

  it('begins again after a return: earlier signatures do not count', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '2000.00')])
    const [one, two] = [await manager('avis 1'), await manager('avis 2')]
    await granted(sign(one, asked, 0, { lines: [{ lineId: asked.lines[0]?.id, reason: why }] }))
    const question = { lineId: asked.lines[0]?.id, outcome: 'returned', reason: why }
    const together = { outcome: 'approved', lines: [question] }
    expect((await sign(two, asked, 1, together)).pointers).toEqual(['/outcome'])
    const returning = { outcome: 'returned', reason: 'Une question sur le nombre de nuitées', lines: [question] }
    const returned = await granted(sign(two, asked, 1, returning))
    expect(returned).toMatchObject({
      state: 'returned',
      lines: [{ approved: null, outcome: 'returned', reason: why }],
    })
    expect(shapeOf(returned)).toEqual(['1 manager approved', '1 manager returned'])
    const coordinator = await world.as('coordinator')
    const again = await granted(coordinator.post<Allocation>(`/allocations/${asked.id}/submission`))
    expect(again.lines[0]).toMatchObject({ outcome: null, reason: null })
    expect(again.steps.slice(2).map(({ round, state }) => [round, state])).toEqual([
      [2, 'pending'],
      [2, 'pending'],
      [2, 'pending'],
    ])
    await granted(sign(one, again, 2))
    await granted(sign(two, again, 3))
    expect(await granted(sign(await manager(), again, 4))).toMatchObject({ state: 'approved' })
  })

  it('begins again after a withdrawal, and never with someone who then wrote in it', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '2000.00')])
    const writer = await world.someone('gestion et coordination', ['manager', 'coordinator'], {
      limitMoney: '25000',
      limitDays: '20',
    })
    await granted(sign(writer, asked, 0))
    const withdrawn = await granted(writer.post<Allocation>(`/allocations/${asked.id}/withdrawal`))
    expect(withdrawn.lines[0]).toMatchObject({ approved: null })
    await granted(writer.patch(`/allocations/${asked.id}`, { justification: why }, withdrawn.version))
    const coordinator = await world.as('coordinator')
    const again = await granted(coordinator.post<Allocation>(`/allocations/${asked.id}/submission`))
    expect(await sign(writer, again, 1)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    await granted(sign(await manager('avis 1'), again, 1))
    await granted(sign(await manager('avis 2'), again, 2))
    expect(await granted(sign(await manager(), again, 3))).toMatchObject({ state: 'approved' })
  })

  it('hears one of twenty signatures of one step at one moment', async () => {
    const { money } = await inThree()
    const asked = await submitted([line(money, '900.00')])
    const executive = await world.as('executive')
    const replies = await Promise.all(Array.from({ length: 20 }, () => decide(executive, asked)))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(replies.filter(({ status }) => status !== 200).map(({ problem }) => problem))).toEqual(
      new Set(['already-decided']),
    )
    expect(await read(money)).toMatchObject({ reserved: '900.00' })
  })
})

describe('With SQL, as the application may', () => {
  const inSql = (text: string, ...values: string[]) => world.db.$executeRawUnsafe(text, ...values)

  it('no signature comes before its turn, twice from one person, or too few', async () => {
    const { id } = await submitted([line(await anEnvelope(), '2000.00')])
    const sign = `UPDATE approval_steps SET state = 'approved', decided_by_id = $2::uuid, decided_at = now() WHERE allocation_id = $1::uuid AND step_group = `
    const { id: one } = await manager('avis 1')
    await expect(inSql(`${sign} 2`, id, one)).rejects.toThrow('earlier step')
    await expect(inSql(`${sign} 1`, id, one)).rejects.toThrow('steps_one_signature')
    await inSql(`${sign} 1 AND position = 0`, id, one)
    await inSql(`DELETE FROM approval_steps WHERE allocation_id = $1::uuid AND state = 'pending'`, id)
    await expect(inSql(`UPDATE allocations SET state = 'approved' WHERE id = $1::uuid`, id)).rejects.toThrow(
      'signatures',
    )
    await expect(inSql(`UPDATE allocations SET signatures = 1 WHERE id = $1::uuid`, id)).rejects.toThrow('signatures')
  })
})

describe('How long a step waits', () => {
  it('is late after five working days of its turn, and the executive’s after ten', async () => {
    const money = await anEnvelope()
    const asked = await submitted([line(money, '2000.00')])
    await draft([line(money, '1.00')])
    const executive = () => world.as('executive')
    const stateOf = async () => (await inboxOf(await executive(), asked))?.waiting
    expect(await stateOf()).toEqual({ since: '2026-11-23', dueOn: '2026-11-30', state: 'onTime' })
    world.setTime('2026-11-30T15:00:00Z')
    expect(await stateOf()).toMatchObject({ state: 'onTime' })
    world.setTime('2026-12-01T15:00:00Z')
    expect(await stateOf()).toMatchObject({ state: 'late' })
    world.setTime('2026-12-08T15:00:00Z')
    expect(await stateOf()).toMatchObject({ state: 'escalated' })
    await granted(sign(await manager('avis 1'), asked, 0))
    await granted(sign(await manager('avis 2'), asked, 1))
    expect(await stateOf()).toEqual({ since: '2026-12-08', dueOn: '2026-12-15', state: 'onTime' })
    world.setTime('2026-11-23T15:00:00Z')
  })
})
