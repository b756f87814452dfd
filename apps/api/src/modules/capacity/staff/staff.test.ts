import { describe, expect, it } from 'vitest'
import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { missingId } from '../../../../test/support/specimens.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add } = crewIn(world)

describe('Someone who can be put to work', () => {
  it('need not have an account; an account stands for one person', async () => {
    const { id: userId } = await world.as('coordinator')
    const manager = await world.as('manager')
    const person = { name: 'Double', function: 'Conseil', profile: 'Droit', userId }
    const replies = await Promise.all([1, 2].map(() => manager.post('/staff', person)))
    expect(statusesOf(replies)).toEqual([201, 409])
    const unknown = await manager.post('/staff', { ...person, userId: missingId })
    expect(unknown).toMatchObject({ status: 400, pointers: ['/userId'] })
  })

  it('has leaves that do not overlap, and a pattern within a week', async () => {
    const manager = await world.as('manager')
    const half = await add('Moitié', { daysPerWeek: '4', availability: 50 })
    const change = (fields: object) => manager.patch<StaffMember>(`/staff/${half.id}`, fields, 1)
    const leaves = [
      { from: '2027-02-08', to: '2027-02-12' },
      { from: '2027-02-01', to: '2027-02-08' },
    ]
    expect(await change({ leaves })).toMatchObject({ status: 400, pointers: ['/leaves/0/from'] })
    const reversed = [{ from: '2027-02-08', to: '2027-02-01' }]
    expect(await change({ leaves: reversed })).toMatchObject({ status: 400, pointers: ['/leaves/0/to'] })
    for (const daysPerWeek of ['0', '5.1', '6', '-1', '2.25'])
      expect(await change({ daysPerWeek })).toMatchObject({ status: 400, pointers: ['/daysPerWeek'] })
    for (const availability of [0, 101]) expect(await change({ availability })).toMatchObject({ status: 400 })
    expect(await manager.patch(`/staff/${half.id}`, { name: 'x' }, 4)).toMatchObject({ status: 412 })
  })

  it('is kept by those who answer for people, and read by everyone inside', async () => {
    for (const persona of ['coordinator', 'analyst', 'auditor', 'admin'] as const) {
      const by = await world.as(persona)
      expect(await by.post('/staff', { name: 'x', function: 'x', profile: 'x' })).toMatchObject({ status: 403 })
      expect(await granted(by.get('/staff'))).toMatchObject({ can: [] })
    }
    expect(await granted((await world.as('executive')).get('/staff'))).toMatchObject({ can: ['create'] })
  })
})

describe('Who a booking names', () => {
  it('cannot be taken off the list by its own account to confirm its own days', async () => {
    const manager = await world.someone('détachée', ['manager'])
    const { id } = await add('Soi', { userId: manager.id })
    const other = await world.someone('autre compte', ['analyst'])
    const separation = { status: 409, problem: 'separation-of-duties' }
    expect(await manager.patch(`/staff/${id}`, { userId: null }, 1)).toMatchObject(separation)
    expect(await manager.patch(`/staff/${id}`, { userId: other.id }, 1)).toMatchObject(separation)
    await granted(manager.patch(`/staff/${id}`, { userId: manager.id, availability: 80 }, 1))
    await granted((await world.as('manager')).patch(`/staff/${id}`, { userId: null }, 2))
  })
})
