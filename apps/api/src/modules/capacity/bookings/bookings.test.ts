import type { Booking } from '@entente/shared/capacity/bookings/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { missingId } from '../../../../test/support/specimens.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add, ask, asked, decide } = crewIn(world)

describe('A booking', () => {
  it('is asked for by a coordinator, tentative, and made firm by a manager', async () => {
    const { id: staffId } = await add('Ada')
    const program = await world.aVerifiedProgram('design')
    const soft = await asked({ staffId, programId: program.id })
    expect(soft).toMatchObject({ state: 'asked', days: '3.0', profile: 'Informatique', program: { id: program.id } })
    const firm = await granted(decide(await world.as('manager'), soft))
    expect(firm).toMatchObject({ state: 'firm', staff: { name: 'Ada' }, decidedBy: { name: 'Personne manager' } })
    expect(await decide(await world.as('manager2'), soft)).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('may name a profile and nobody: who confirms names the person', async () => {
    const { id: staffId } = await add('Bea', { profile: 'Formation' })
    const open = await asked({ profile: 'Formation' })
    expect(open).toMatchObject({ staff: null })
    const manager = await world.as('manager')
    expect(await decide(manager, open)).toMatchObject({ status: 400, pointers: ['/staffId'] })
    expect(await decide(manager, open, { staffId: missingId })).toMatchObject({ status: 400, pointers: ['/staffId'] })
    expect(await granted(decide(manager, open, { staffId }))).toMatchObject({ staff: { id: staffId } })
    expect(await ask(await world.as('coordinator'), {})).toMatchObject({ status: 400, pointers: ['/profile'] })
  })

  it('is changed until it is decided, and given back with a reason', async () => {
    const [coordinator, { id: staffId }] = [await world.as('coordinator'), await add('Cyr')]
    const { id } = await asked({ staffId })
    expect(await coordinator.patch(`/bookings/${id}`, { days: '2' }, 9)).toMatchObject({ status: 412 })
    const edited = await granted(coordinator.patch<Booking>(`/bookings/${id}`, { days: '2' }, 1))
    expect(edited).toMatchObject({ days: '2.0', version: 2 })
    await granted(decide(await world.as('manager'), edited))
    expect(await coordinator.patch(`/bookings/${id}`, { days: '1' }, 3)).toMatchObject({ problem: 'wrong-state' })
    expect(await coordinator.post(`/bookings/${id}/release`, {})).toMatchObject({ status: 400, pointers: ['/reason'] })
    expect(
      await granted(coordinator.post(`/bookings/${id}/release`, { reason: 'Reportée à la demande de la commission' })),
    ).toMatchObject({
      state: 'released',
      can: [],
    })
  })

  it('stays as it was once its days are over', async () => {
    const { id: staffId } = await add('Zoé')
    const { id, version } = await asked({ staffId, from: '2026-11-23', to: '2026-11-24', days: '1' })
    world.setTime('2026-11-25T15:00:00Z')
    const coordinator = await world.as('coordinator')
    const late = { status: 409, problem: 'wrong-state' }
    expect(
      await coordinator.post(`/bookings/${id}/release`, { reason: 'Trop tard pour libérer cette personne' }),
    ).toMatchObject(late)
    expect(await coordinator.patch(`/bookings/${id}`, { to: '2026-12-04' }, version)).toMatchObject(late)
    expect(await decide(await world.as('manager'), { id })).toMatchObject(late)
    world.setTime('2026-11-23T15:00:00Z')
  })

  it('is refused with a reason only', async () => {
    const { id: staffId } = await add('Dan')
    const soft = await asked({ staffId })
    const manager = await world.as('manager')
    expect(await decide(manager, soft, { outcome: 'refused' })).toMatchObject({ status: 400, pointers: ['/reason'] })
    expect(
      await granted(decide(manager, soft, { outcome: 'refused', reason: 'Non, le calendrier ne le permet pas' })),
    ).toMatchObject({
      state: 'refused',
    })
  })
})

describe('Nobody confirms a booking', () => {
  it('they asked for or wrote in, whatever other role they have', async () => {
    const { id: staffId } = await add('Eve')
    const both = await world.someone('deux rôles', ['coordinator', 'manager'])
    const own = await granted(ask(both, { staffId }))
    expect(await decide(both, own)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    const other = await asked({ staffId })
    await granted(both.patch(`/bookings/${other.id}`, { purpose: 'Autre' }, 1))
    expect(await decide(both, other)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })

  it('of their own days, asked by name or given to themselves', async () => {
    const manager = await world.as('manager2')
    const { id: staffId } = await add('Moi', { userId: manager.id })
    const soft = await asked({ staffId })
    expect(soft.can).not.toContain('decide')
    expect(await decide(manager, soft)).toMatchObject({ status: 409, problem: 'separation-of-duties' })
    const open = await asked({ profile: 'Informatique' })
    expect(await decide(manager, open, { staffId })).toMatchObject({ status: 409, problem: 'separation-of-duties' })
  })
})

describe('Days that cannot be', () => {
  it.each([
    ['reversed', { from: '2026-12-04', to: '2026-11-30' }, '/to'],
    ['past', { from: '2026-11-20' }, '/from'],
    ['of two fiscal years', { from: '2027-03-29', to: '2027-04-02' }, '/to'],
    ['that do not exist', { to: '2026-12-32' }, '/to'],
    ['no calendar reaches', { to: '9999-12-31' }, '/to'],
    ['none', { days: '0' }, '/days'],
    ['below zero', { days: '-1' }, '/days'],
    ['over-precise', { days: '1.25' }, '/days'],
    ['beyond the working pattern', { days: '3.1' }, '/days'],
    ['on leave', { from: '2026-12-18', to: '2026-12-22', days: '0.5' }, '/from'],
    ['for nobody we know', { staffId: missingId }, '/staffId'],
    ['for no program we know', { programId: missingId }, '/programId'],
    ['for an activity elsewhere', { activityId: missingId }, '/activityId'],
  ])('are refused at their field: %s', async (_, fields, pointer) => {
    const leaves = [{ from: '2026-12-21', to: '2026-12-31' }]
    const { id: staffId } = await add('Fay', { daysPerWeek: '3', leaves })
    const reply = await ask(await world.as('coordinator'), { staffId, ...fields })
    expect(reply).toMatchObject({ status: 400, pointers: [pointer] })
  })

  it('are refused when changed to, too, and when leave came in between', async () => {
    const [coordinator, manager] = [await world.as('coordinator'), await world.as('manager')]
    const { id: staffId } = await add('Gus')
    const soft = await asked({ staffId })
    const change = (fields: object) => coordinator.patch(`/bookings/${soft.id}`, fields, 1)
    expect(await change({ to: '2026-11-24' })).toMatchObject({ status: 400, pointers: ['/to'] })
    expect(await change({ days: '5.5' })).toMatchObject({ status: 400, pointers: ['/days'] })
    await granted(manager.patch(`/staff/${staffId}`, { leaves: [{ from: '2026-12-01', to: '2026-12-01' }] }, 1))
    expect(await decide(manager, soft)).toMatchObject({ status: 400, pointers: ['/from'] })
  })

  it('are refused for a program that has ended, and for someone off the list', async () => {
    const { id: staffId } = await add('Hal')
    const program = await world.aVerifiedProgram('cancelled')
    const coordinator = await world.as('coordinator')
    expect(await ask(coordinator, { staffId, programId: program.id })).toMatchObject({ status: 409 })
    await granted((await world.as('manager')).patch(`/staff/${staffId}`, { active: false }, 1))
    expect(await ask(coordinator, { staffId })).toMatchObject({ status: 400, pointers: ['/staffId'] })
  })
})

describe('Firm bookings never take more than a person has', () => {
  it('tentative ones show by how much they would, before anyone approves', async () => {
    const { id: staffId } = await add('Ida')
    await granted(decide(await world.as('manager'), await asked({ staffId, days: '3' })))
    const second = await asked({ staffId, days: '3' })
    expect(second.over).toBe('1.0')
    const reply = await decide(await world.as('manager'), second)
    expect(reply).toMatchObject({ status: 409, problem: 'wrong-state' })
    expect(JSON.stringify(reply.body)).toContain('Il reste 2,0 j-p à Ida')
  })

  it('also when two managers confirm at one moment: one passes', async () => {
    for (const name of ['Jon', 'Kim', 'Lea', 'Max']) {
      const { id: staffId } = await add(name)
      const soft = [await asked({ staffId, days: '4' }), await asked({ staffId, days: '4' })]
      const [one, two] = [await world.as('manager'), await world.as('manager2')]
      const replies = await Promise.all(soft.map((booking, at) => decide(at === 0 ? one : two, booking)))
      expect(statusesOf(replies)).toEqual([200, 409])
    }
  })
})
