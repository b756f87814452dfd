import type { Activity } from '@entente/shared/activities/contract'
import type { RecallList, Rehearsal, Scenario } from '@entente/shared/dashboards/rehearsals/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, draft, submitted } = resourcesIn(world)
const { add, asked, decide } = crewIn(world)
let program: { id: string; reference: string }
let coordinator: Awaited<ReturnType<typeof world.as>>

const plan = (title: string, startsOn: string | null, dueOn: string | null, fields: object = {}) =>
  granted(
    coordinator.post<Activity>(`/programs/${program.id}/activities`, {
      title,
      type: 'mission',
      startsOn,
      dueOn,
      assigneeIds: [coordinator.id],
      ...fields,
    }),
  )
const rehearse = (pollingOn: string) =>
  granted(coordinator.get<Rehearsal>(`/dashboards/rehearsal?pollingOn=${pollingOn}`))
const titles = ({ activities }: Rehearsal) => activities.map(({ title }) => title)

beforeAll(async () => {
  coordinator = await world.as('coordinator')
  program = await world.aVerifiedProgram('design')
  await plan('Avant', '2027-01-04', '2027-01-08')
  await plan('À cheval', '2027-01-28', '2027-02-04')
  await plan('Dedans', '2027-03-01', null)
  await plan('Sans date', null, null)
  await plan('Atelier d’aujourd’hui', '2026-11-20', '2026-11-25', { type: 'workshop' })
  await plan('Mission en cours', '2026-11-20', '2026-11-25')
  const days = await envelope('40.0', { unit: 'staffDay', profile: 'Formation' })
  const line = (description: string, from: string, to: string) => ({
    envelopeId: days.id,
    days: '4.0',
    description,
    from,
    to,
  })
  await submitted([line('Demandée', '2027-03-01', '2027-03-05'), line('Ailleurs', '2027-01-11', '2027-01-15')])
  await draft([line('Brouillon', '2027-03-01', '2027-03-05')])
})

describe('A rehearsal of an election', () => {
  it('tells what touches the 60 days before and the 10 after, drafts aside (P7-G6)', async () => {
    const told = await rehearse('2027-04-05')
    expect(told).toMatchObject({ from: '2027-02-04', to: '2027-04-15', days: '4.00' })
    expect(titles(told)).toEqual(['À cheval', 'Dedans'])
    expect(told.activities[0]).toMatchObject({
      people: [{ id: coordinator.id }],
      program: { reference: program.reference },
    })
    expect(told.lines.map(({ description }) => description)).toEqual(['Demandée'])
  })

  it('changes with the day, and changes nothing', async () => {
    const before = await world.db.activity.findMany({ orderBy: { id: 'asc' } })
    expect(titles(await rehearse('2027-04-06'))).toEqual(['Dedans'])
    expect(titles(await rehearse('2028-04-03'))).toEqual([])
    expect(await world.db.activity.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  it('forgets what is done, put away, or of a program that has ended', async () => {
    const ended = program
    program = await world.aVerifiedProgram('design')
    const { id, version } = await plan('Mise de côté', '2027-03-01', '2027-03-02')
    await granted(coordinator.patch(`/activities/${id}`, { archived: true }, version))
    await plan('D’un programme clos', '2027-03-01', '2027-03-02')
    await world.inStage(program.id, 'cancelled')
    expect(titles(await rehearse('2027-04-05'))).toEqual(['À cheval', 'Dedans'])
    program = ended
  })

  it('sees who is booked away, critical functions first, and nobody given back', async () => {
    const days = { from: '2027-03-08', to: '2027-03-12', programId: program.id }
    const [{ id: other }, { id: staffId }] = [await add('Autre'), await add('Critique', { critical: true })]
    await asked({ ...days, staffId: other, purpose: 'Nommée' })
    await asked({ ...days, staffId, purpose: 'Critique' })
    await asked({ ...days, profile: 'Formation', purpose: 'Sans nom' })
    await asked({ ...days, from: '2027-01-11', to: '2027-01-15', staffId, purpose: 'Avant' })
    const { id } = await asked({ ...days, staffId: other, purpose: 'Rendue' })
    await granted(coordinator.post(`/bookings/${id}/release`, { reason: 'Reportée à la demande de la commission' }))
    const told = await rehearse('2027-04-05')
    expect(told.bookings.map(({ purpose }) => purpose)).toEqual(['Critique', 'Nommée', 'Sans nom'])
    expect(told).toMatchObject({ bookedDays: '9.00' })
  })

  it('asks for a day that exists', async () => {
    const { status, pointers } = await coordinator.get('/dashboards/rehearsal?pollingOn=2027-02-30')
    expect({ status, pointers }).toEqual({ status: 400, pointers: ['/pollingOn'] })
  })
})

describe('A rehearsal that is kept', () => {
  const keep = (by: typeof coordinator, name: string, fields: object = {}) =>
    by.post<Scenario>('/scenarios', { name, pollingOn: '2027-04-05', ...fields })

  it('is opened by everyone inside, and deleted by whoever kept it alone', async () => {
    const kept = await granted(keep(coordinator, 'Printemps', { note: 'Gouvernement minoritaire' }))
    const colleague = await world.as('manager')
    const { items } = await granted(colleague.get<{ items: Scenario[] }>('/scenarios'))
    expect(items).toMatchObject([
      { name: 'Printemps', pollingOn: '2027-04-05', owner: { id: coordinator.id }, can: [] },
    ])
    expect(await colleague.delete(`/scenarios/${kept.id}`, 1)).toMatchObject({ problem: 'separation-of-duties' })
    expect(await coordinator.delete(`/scenarios/${kept.id}`, 2)).toMatchObject({ status: 412 })
    expect(await coordinator.delete(`/scenarios/${kept.id}`, 1)).toMatchObject({ status: 204 })
    expect(await granted(colleague.get('/scenarios'))).toMatchObject({ items: [] })
  })

  it('takes its name once per person, and no day that is past', async () => {
    const replies = await Promise.all([1, 2, 3].map(() => keep(coordinator, 'Automne')))
    expect(statusesOf(replies)).toEqual([201, 409, 409])
    await granted(keep(await world.as('executive'), 'Automne'))
    const past = await keep(coordinator, 'Hier', { pollingOn: '2026-11-22' })
    expect(past).toMatchObject({ status: 400, pointers: ['/pollingOn'] })
    expect(await keep(await world.as('auditor'), 'Audit')).toMatchObject({ status: 403 })
  })
})

describe('The recall list', () => {
  it('names people firmly booked for a mission too, once each, critical first', async () => {
    const mission = await plan('Mission à deux', '2026-11-20', '2026-11-27')
    const [{ id: staffId }, { id: own }] = [
      await add('Sans compte', { critical: true }),
      await add('Moi', { userId: coordinator.id }),
    ]
    const days = { from: '2026-11-23', to: '2026-11-25', days: '2', programId: program.id, activityId: mission.id }
    for (const id of [staffId, own])
      await granted(decide(await world.as('manager'), await asked({ ...days, staffId: id })))
    const { id: soft } = await add('Peut-être')
    await asked({ ...days, staffId: soft })
    const { away } = await granted(coordinator.get<RecallList>('/dashboards/recall'))
    const ofMission = away.filter(({ activity }) => activity.id === mission.id)
    expect(ofMission.map(({ person, critical }) => [person.name, critical])).toEqual([
      ['Sans compte', true],
      ['Moi', false],
    ])
    await granted(coordinator.patch(`/activities/${mission.id}`, { archived: true }, mission.version))
  })

  it('names who leaves within a year by mission, and not who is away already', async () => {
    const [late, soon, far] = [
      await plan('Mission de mars', '2027-03-01', '2027-03-05'),
      await plan('Mission de janvier', '2027-01-11', '2027-01-15'),
      await plan('Mission lointaine', '2028-01-11', '2028-01-15'),
    ]
    const { id: staffId } = await add('Partante', { critical: true })
    const days = { from: '2027-01-11', to: '2027-01-15', days: '3', programId: program.id, activityId: soon.id }
    await granted(decide(await world.as('manager'), await asked({ ...days, staffId })))
    const { ahead, away } = await granted(coordinator.get<RecallList>('/dashboards/recall'))
    const planned = ahead.filter(({ activity }) => [late.id, soon.id, far.id].includes(activity.id))
    const order = [...new Set(planned.map(({ activity }) => activity.title))]
    expect(order).toEqual(['Mission de janvier', 'Mission de mars'])
    expect(planned.find(({ critical }) => critical)).toMatchObject({ person: { name: 'Partante' } })
    const gone = away.map(({ person, activity }) => `${person.id} ${activity.id}`)
    expect(ahead.filter(({ person, activity }) => gone.includes(`${person.id} ${activity.id}`))).toEqual([])
    for (const { id, version } of [late, soon, far])
      await granted(coordinator.patch(`/activities/${id}`, { archived: true }, version))
  })

  it('names who is on a mission today, and where', async () => {
    const { away } = await granted(coordinator.get<RecallList>('/dashboards/recall'))
    expect(away).toMatchObject([
      { person: { id: coordinator.id }, activity: { title: 'Mission en cours' }, program: { countryCode: 'MG' } },
    ])
  })
})
