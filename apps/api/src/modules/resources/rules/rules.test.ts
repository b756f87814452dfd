import type { Role } from '@entente/shared/users/contract'
import type { StepRuleSet } from '@entente/shared/resources/rules/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide } = resourcesIn(world)
const name = { fr: 'Décision dans la limite', en: null }
const always = { name, unit: null, above: '0', isSerious: false, role: 'withinLimit', group: 1, quorum: 1 }
const propose = (by: Person, ...rules: object[]) =>
  by.post<StepRuleSet>('/step-rules', { rules, reason: 'Seuils revus pour la nouvelle année' })
const answer = (by: Person, { id }: { id: string }, outcome = 'confirmed') =>
  by.post<StepRuleSet>(`/step-rules/${id}/decision`, { outcome, reason: 'Vu et vérifié avec la pièce jointe' })
const inForce = async () =>
  granted((await world.as('auditor')).get<{ rules: object[]; inForce: StepRuleSet | null }>('/step-rules'))

describe('The rules of approval', () => {
  it('ask for one signature within the limits until two people change them', async () => {
    expect(await inForce()).toMatchObject({ inForce: null, rules: [{ role: 'withinLimit', quorum: 1, unit: null }] })
    const [admin] = [await world.as('admin'), await world.as('executive'), await world.as('executive2')]
    const proposed = await granted(propose(admin, { ...always, quorum: 2 }))
    expect(await inForce()).toMatchObject({ inForce: null, rules: [{ quorum: 1 }] })
    expect(await propose(await world.as('executive'), always)).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(await answer(admin, proposed)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    for (const one of ['coordinator', 'analyst', 'manager', 'auditor'] as const) {
      expect((await propose(await world.as(one), always)).status).toBe(403)
      expect((await answer(await world.as(one), proposed)).status).toBe(403)
    }
    const executive = await world.as('executive')
    expect(await granted(answer(executive, proposed))).toMatchObject({ state: 'inForce', can: [] })
    expect(await answer(executive, proposed)).toMatchObject({ status: 409, problem: 'already-decided' })
    expect(await inForce()).toMatchObject({ inForce: { id: proposed.id }, rules: [{ quorum: 2 }] })
  })

  it('hold for what is submitted from then on; what was before keeps its steps', async () => {
    const money = await envelope('1000.00', { profile: 'règles' })
    const before = await submitted([line(money, '10.00')])
    expect(before.steps).toHaveLength(2)
    const [executive, other] = [await world.as('executive'), await world.as('executive2')]
    await granted(answer(executive, await granted(propose(other, always))))
    expect((await submitted([line(money, '10.00')])).steps).toHaveLength(1)
    const first = { stepId: before.steps[0]?.id }
    expect(await granted(decide(executive, before, first))).toMatchObject({ state: 'submitted' })
    expect(await granted(decide(other, before))).toMatchObject({ state: 'approved' })
  })

  it('stay as they are when a proposal is refused', async () => {
    await world.as('manager')
    const proposed = await granted(propose(await world.as('executive'), { ...always, quorum: 3 }))
    expect(await granted(answer(await world.as('admin'), proposed, 'refused'))).toMatchObject({ state: 'refused' })
    expect(await inForce()).toMatchObject({ rules: [{ quorum: 1 }] })
  })

  it('ask for no more different people than there are', async () => {
    const admin = await world.as('admin')
    for (const one of ['executive', 'executive2', 'manager'] as const) await world.as(one)
    const roles = await world.db.user.groupBy({ by: ['roles'], where: { disabledAt: null }, _count: true })
    const numberOf = (role: Role) => roles.find((one) => one.roles.includes(role))?._count ?? 0
    const executives = { ...always, name: { fr: 'Direction', en: null }, role: 'executive', group: 2 }
    expect([numberOf('executive'), numberOf('manager')]).toEqual([2, 1])
    const tooMany = await propose(admin, always, { ...executives, quorum: 3 })
    expect(tooMany).toMatchObject({ status: 400, pointers: ['/rules/1/quorum'] })
    expect(JSON.stringify(tooMany.body)).toContain('2 personnes peuvent les donner')
    expect((await propose(admin, { ...always, quorum: 2 }, { ...executives, quorum: 2 })).pointers).toEqual([
      '/rules/1/quorum',
    ])
    const both = await world.someone('direction et coordination', ['executive', 'coordinator'])
    expect((await propose(admin, always, { ...executives, quorum: 3 })).pointers).toEqual(['/rules/1/quorum'])
    const third = await world.as('executive3')
    const proposed = await granted(propose(admin, always, { ...executives, quorum: 3 }))
    const leave = (id: string, disabledAt: Date | null) => world.db.user.update({ where: { id }, data: { disabledAt } })
    await leave(third.id, new Date())
    const refused = await answer(both, proposed)
    expect(refused).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(JSON.stringify(refused.body)).toContain('« Direction »')
    await leave(third.id, null)
    await granted(answer(both, proposed, 'refused'))
  })

  it('name the field that cannot be', async () => {
    const admin = await world.as('admin')
    const pointersOf = async (...rules: object[]) => (await propose(admin, ...rules)).pointers
    expect(await pointersOf()).not.toEqual([])
    expect(await pointersOf({ ...always, isSerious: true })).toEqual(['/rules'])
    expect(await pointersOf({ ...always, unit: 'CAD' })).toEqual(['/rules'])
    expect(await pointersOf(always, { ...always, above: '10' })).toEqual(['/rules/1/above'])
    expect(await pointersOf(always, { ...always, unit: 'item', above: '1.5' })).toEqual(['/rules/1/above'])
    expect(await pointersOf(always, { ...always, quorum: 4 })).toEqual(['/rules/1/quorum'])
    expect(await pointersOf(always, { ...always, quorum: 0 })).toEqual(['/rules/1/quorum'])
    expect(await pointersOf(always, { ...always, group: 10 })).toEqual(['/rules/1/group'])
    expect(await pointersOf(always, { ...always, role: 'coordinator' })).toEqual(['/rules/1/role'])
    const all = Array.from({ length: 21 }, () => always)
    expect(await pointersOf(...all)).toEqual(['/rules'])
  })

  it('are rewritten by nobody: only another table follows them', async () => {
    const [rule] = await world.db.stepRule.findMany({ where: { set: { state: 'inForce' } } })
    const change = world.db.stepRule.update({ where: { id: rule?.id ?? '' }, data: { quorum: 1 } })
    await expect(change).rejects.toThrow(/denied|permission/i)
    const confirmed = world.db.stepRuleSet.updateMany({ where: { state: 'inForce' }, data: { state: 'proposed' } })
    await expect(confirmed).rejects.toThrow('and kept')
  })
})

describe('A submission', () => {
  it('is refused when too few who took no part could sign, and says which step', async () => {
    const [executive, other] = [await world.as('executive'), await world.as('executive2')]
    const signing = { ...always, name: { fr: 'Direction', en: null }, role: 'executive', group: 2 }
    await granted(answer(executive, await granted(propose(other, always, signing))))
    const money = await envelope('1000.00', { profile: 'signataires' })
    const { id } = await submitted([line(money, '10.00')])
    const by = await world.as('coordinator')
    await granted(by.post(`/allocations/${id}/withdrawal`))
    const others = { roles: { has: 'executive' }, id: { not: executive.id } }
    await world.db.user.updateMany({ where: others, data: { disabledAt: new Date() } })
    const refused = await by.post(`/allocations/${id}/submission`)
    expect(refused).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(JSON.stringify(refused.body)).toContain('« Direction » ne pourrait pas être signée')
    await world.db.user.updateMany({ where: others, data: { disabledAt: null } })
    await granted(by.post(`/allocations/${id}/submission`))
  })
})
