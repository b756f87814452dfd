import type { Activity } from '@entente/shared/activities/contract'
import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { type Person, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add, asked } = crewIn(world)
const { envelope, line, fundableProgram, submitted, decide } = resourcesIn(world)
const refused = { status: 409, problem: 'separation-of-duties' }

/** What this person sees of a request: whether it waits in their inbox, and whether they may decide it. */
const offered = async (person: Person, { id }: Allocation) => {
  const inbox = await granted(person.get<{ items: { allocation: Allocation }[] }>('/approvals'))
  const { can } = await granted(person.get<Allocation>(`/allocations/${id}`))
  return [inbox.items.some(({ allocation }) => allocation.id === id), can.includes('decide')]
}

describe('Whose own costs a request pays', () => {
  it('does not decide it, booked for the program or acting for who is', async () => {
    const person = await world.someone('part en mission', ['executive'])
    const acting = await world.someone('remplace', ['manager'])
    const { id: staffId } = await add('Part en mission', { userId: person.id })
    const program = await fundableProgram()
    const money = await envelope('500.00', { profile: 'mission' })
    await asked({ staffId, programId: program.id })
    const wanted = await submitted([line(money, '10.00')], program.id)
    const days = { startsOn: '2026-11-23', endsOn: '2026-12-31' }
    await granted(
      person.post('/delegations', {
        toId: acting.id,
        ...days,
        units: ['CAD'],
        reason: 'Absence annoncée pour deux semaines',
      }),
    )
    expect(await offered(person, wanted)).toEqual([false, false])
    expect(await decide(person, wanted)).toMatchObject(refused)
    expect(await decide(acting, wanted)).toMatchObject({ status: 409 })
    expect(await offered(await world.as('executive'), wanted)).toEqual([true, true])
    await granted(decide(await world.as('executive'), wanted))
  })

  it('nor who is assigned to its activity, also when named after it was asked', async () => {
    const person = await world.someone('accompagne', ['executive'])
    const program = await fundableProgram()
    const money = await envelope('500.00', { profile: 'activité' })
    const coordinator = await world.as('coordinator')
    const path = `/programs/${program.id}/activities`
    const activity = await granted(coordinator.post<Activity>(path, { title: 'Mission', type: 'mission' }))
    const body = {
      programId: program.id,
      activityId: activity.id,
      justification: 'Vol vers la capitale du pays hôte.',
      neededOn: '2027-12-01',
    }
    const { id } = await granted(
      coordinator.post<Allocation>('/allocations', { ...body, lines: [line(money, '5.00')] }),
    )
    const wanted = await granted(coordinator.post<Allocation>(`/allocations/${id}/submission`))
    expect(await offered(person, wanted)).toEqual([true, true])
    await granted(coordinator.patch(`/activities/${activity.id}`, { assigneeIds: [person.id] }, activity.version))
    expect(await offered(person, wanted)).toEqual([false, false])
    expect(await decide(person, wanted)).toMatchObject(refused)
  })

  it('decides what is asked after they came back', async () => {
    const person = await world.someone('est de retour', ['executive'])
    const { id: staffId } = await add('De retour', { userId: person.id })
    const program = await fundableProgram()
    const money = await envelope('500.00', { profile: 'retour' })
    await asked({ staffId, programId: program.id, from: '2026-11-23', to: '2026-11-23', days: '1' })
    world.setTime('2026-11-25T15:00:00Z')
    expect(await decide(person, await submitted([line(money, '10.00')], program.id))).toMatchObject({ status: 200 })
  })
})
