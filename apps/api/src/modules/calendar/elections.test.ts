import type { Election } from '@entente/shared/calendar/contract'
import { isFixedByLaw } from '@entente/shared/calendar/rules'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { type Person, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const register = async (by?: Person) => {
  const reader = by ?? (await world.as('auditor'))
  return (await granted(reader.get<{ items: Election[]; can: string[] }>('/elections'))).items
}
const byElection = { kind: 'byElection', pollingOn: '2027-03-08', certainty: 'probable', place: 'Taschereau' }
const enter = (by: Person, fields: object = {}) => by.post<Election>('/elections', { ...byElection, ...fields })

describe('The register of our own elections', () => {
  it('begins with the general and municipal elections that the law fixes', async () => {
    const fixed = (await register()).filter(({ isFixed }) => isFixed)
    expect(fixed.map(({ kind, pollingOn }) => [kind, pollingOn])).toEqual([
      ['general', '2022-10-03'],
      ['municipal', '2025-11-02'],
      ['general', '2026-10-05'],
      ['municipal', '2029-11-04'],
      ['general', '2030-10-07'],
      ['general', '2034-10-02'],
    ])
    expect(isFixedByLaw('general', '2030-10-14')).toBe(false)
    expect(isFixedByLaw('byElection', '2030-10-07')).toBe(false)
  })

  it('tells the days around certain or sudden general elections only (P7-G6)', async () => {
    const executive = await world.as('executive')
    expect((await register()).find(({ pollingOn }) => pollingOn === '2026-10-05')).toMatchObject({
      isPast: true,
      can: [],
      blackout: { from: '2026-08-06', to: '2026-10-15' },
    })
    const probable = await granted(enter(executive, { kind: 'general', pollingOn: '2028-05-01', place: null }))
    expect(probable).toMatchObject({ blackout: null, can: ['edit'] })
    const edited = await granted(executive.patch<Election>(`/elections/${probable.id}`, { certainty: 'sudden' }, 1))
    expect(edited).toMatchObject({ blackout: { from: '2028-03-02', to: '2028-05-11' }, version: 2 })
    expect(edited.suddenSince).not.toBeNull()
    const gone = await granted(executive.patch<Election>(`/elections/${probable.id}`, { withdrawn: true }, 2))
    expect(gone.blackout).toBeNull()
    const local = await granted(enter(executive, { certainty: 'certain', place: 'Jean-Talon' }))
    expect(local.blackout).toBeNull()
  })

  it('is kept by the executive and who administers, and by nobody else', async () => {
    await granted(enter(await world.as('admin'), { place: 'Matane' }))
    for (const persona of ['coordinator', 'analyst', 'manager', 'auditor'] as const) {
      expect(await enter(await world.as(persona))).toMatchObject({ status: 403, problem: 'closed-to-role' })
    }
    expect(await granted((await world.as('coordinator')).get('/elections'))).toMatchObject({ can: [] })
  })
})

describe('An election', () => {
  it('is not entered for a day that is past, nor moved to one', async () => {
    const admin = await world.as('admin')
    expect(await enter(admin, { pollingOn: '2026-11-22' })).toMatchObject({ status: 400, pointers: ['/pollingOn'] })
    expect(await enter(admin, { pollingOn: '2027-02-30' })).toMatchObject({ status: 400, pointers: ['/pollingOn'] })
    const { id } = await granted(enter(admin, { place: 'Gaspé' }))
    expect(await admin.patch(`/elections/${id}`, { pollingOn: '2026-11-22' }, 1)).toMatchObject({ status: 400 })
  })

  it('that was held no longer changes, whoever asks', async () => {
    const held = (await register()).find(({ pollingOn }) => pollingOn === '2026-10-05')
    for (const persona of ['executive', 'admin'] as const) {
      const by = await world.as(persona)
      const reply = await by.patch(`/elections/${held?.id ?? ''}`, { pollingOn: '2027-10-04' }, held?.version ?? 0)
      expect(reply).toMatchObject({ status: 409, problem: 'wrong-state' })
    }
  })

  it('has one entry, also when several write at once; withdrawn, it may come again', async () => {
    const admin = await world.as('admin')
    const replies = await Promise.all([1, 2, 3].map(() => enter(admin, { place: 'Orford' })))
    expect(statusesOf(replies)).toEqual([201, 409, 409])
    expect(replies.find(({ status }) => status === 409)).toMatchObject({
      problem: 'conflict',
      pointers: ['/pollingOn'],
    })
    const { id } = (await register()).find(({ place }) => place === 'Orford') ?? { id: '' }
    expect(await admin.patch(`/elections/${id}`, { note: 'x' }, 7)).toMatchObject({ status: 412 })
    await granted(admin.patch(`/elections/${id}`, { withdrawn: true }, 1))
    await granted(enter(admin, { place: 'Orford' }))
  })
})
