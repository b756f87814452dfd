import type { Activity } from '@entente/shared/activities/contract'
import type { Booking } from '@entente/shared/capacity/bookings/contract'
import type { Recall } from '@entente/shared/capacity/recalls/contract'
import type { Election } from '@entente/shared/calendar/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { statusesOf } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add, asked } = crewIn(world)
const recalls = async () => (await granted((await world.as('executive')).get<{ items: Recall[] }>('/recalls'))).items

let booking: Booking
let mission: Activity
let election: Election
beforeAll(async () => {
  const program = await world.aVerifiedProgram('design')
  const coordinator = await world.as('coordinator')
  const { id: staffId } = await add('Loin', { critical: true, userId: coordinator.id })
  booking = await asked({ staffId, programId: program.id, purpose: 'Mission réservée' })
  await asked({ staffId, from: '2027-02-15', to: '2027-02-19', purpose: 'Plus tard' })
  const plan = (title: string, type: string, startsOn: string, dueOn: string) =>
    granted(
      coordinator.post<Activity>(`/programs/${program.id}/activities`, {
        title,
        type,
        startsOn,
        dueOn,
        assigneeIds: [coordinator.id],
      }),
    )
  mission = await plan('Mission en cours', 'mission', '2026-11-20', '2026-11-27')
  await plan('Atelier', 'workshop', '2026-11-20', '2026-11-27')
  await plan('Mission finie', 'mission', '2026-11-02', '2026-11-06')
  const body = { kind: 'general', pollingOn: '2027-01-11', certainty: 'sudden' }
  election = await granted((await world.as('executive')).post<Election>('/elections', body))
})

describe('An election called by surprise', () => {
  it('is the only one that asks for recalls', async () => {
    await granted((await world.as('executive')).patch(`/elections/${election.id}`, { certainty: 'certain' }, 1))
    expect(await recalls()).toEqual([])
    await granted((await world.as('executive')).patch(`/elections/${election.id}`, { certainty: 'sudden' }, 2))
  })

  it('makes a recall, to decide in 24 hours, of every mission and booking it touches', async () => {
    const items = await recalls()
    expect(items.map(({ title }) => title)).toEqual(['Mission en cours', 'Mission réservée'])
    for (const item of items)
      expect(item).toMatchObject({
        decision: null,
        isLate: false,
        decideBy: '2026-11-24T15:00:00.000Z',
        people: [{ critical: true }],
        can: ['decide'],
      })
  })

  it('is answered by the executive, once and for good, for each of them', async () => {
    const answer = { bookingId: booking.id, outcome: 'recalled', reason: 'Fonction critique pour notre scrutin' }
    const path = `/elections/${election.id}/recalls`
    for (const persona of ['coordinator', 'manager', 'admin'] as const)
      expect(await (await world.as(persona)).post(path, answer)).toMatchObject({ status: 403 })
    const [one, two] = [await world.as('executive'), await world.as('executive2')]
    const replies = await Promise.all([one.post<Recall>(path, answer), two.post<Recall>(path, answer)])
    expect(statusesOf(replies)).toEqual([201, 409])
    const kept = await granted(
      one.post<Recall>(path, {
        activityId: mission.id,
        outcome: 'kept',
        reason: 'Retour prévu vendredi avec toute l’équipe',
      }),
    )
    expect(kept).toMatchObject({ decision: { outcome: 'kept', by: { id: one.id } }, can: [] })
    await expect(world.db.recallDecision.updateMany({ data: { outcome: 'kept' } })).rejects.toThrow(
      /permission denied|only grows/,
    )
  })

  it('has nothing to decide where it touches nothing, nor of two things at once', async () => {
    const executive = await world.as('executive')
    const path = `/elections/${election.id}/recalls`
    const later = await asked({ profile: 'Formation', from: '2027-02-15', to: '2027-02-19' })
    const reply = await executive.post(path, {
      bookingId: later.id,
      outcome: 'kept',
      reason: 'Le scrutin est loin, la mission est courte',
    })
    expect(reply).toMatchObject({ status: 400, pointers: ['/bookingId'] })
    const both = {
      bookingId: booking.id,
      activityId: mission.id,
      outcome: 'kept',
      reason: 'Un motif assez long pour être lu',
    }
    expect(await executive.post(path, both)).toMatchObject({ status: 400, pointers: ['/activityId'] })
  })

  it('is late after a day, and over when the election is withdrawn', async () => {
    const soft = await asked({ profile: 'Formation', purpose: 'Sans réponse' })
    world.setTime('2026-11-24T16:00:00Z')
    expect((await recalls()).find(({ bookingId }) => bookingId === soft.id)).toMatchObject({ isLate: true })
    await granted((await world.as('admin')).patch(`/elections/${election.id}`, { withdrawn: true }, 3))
    expect(await recalls()).toEqual([])
  })
})
