import type { Activity } from '@entente/shared/activities/contract'
import type { ProgramDates } from '@entente/shared/lifecycle/portfolio/contract'
import type { Request } from '@entente/shared/requests/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()

describe('The dates of the portfolio', () => {
  it('give each program its span, its polling day and its standing milestones', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    const add = (fields: object) =>
      granted(coordinator.post<Activity>(`/programs/${id}/activities`, { title: 'x', type: 'other', ...fields }))
    await add({ title: 'Rapport', dueOn: '2027-06-30' })
    await add({ title: 'Mission', dueOn: '2027-03-15', milestone: true })
    const dropped = await add({ title: 'Abandonnée', dueOn: '2029-01-01', milestone: true })
    await granted(coordinator.patch(`/activities/${dropped.id}`, { archived: true }, 1))
    const { receivedOn, electoralEvent } = await granted(coordinator.get<Request>(`/programs/${id}/request`))
    const { items } = await granted(coordinator.get<{ items: ProgramDates[] }>('/boards/portfolio/dates'))
    const mine = items.find((item) => item.id === id)
    expect(mine).toMatchObject({ from: receivedOn, to: '2027-06-30' })
    const polling = electoralEvent === null ? [] : [electoralEvent.date]
    expect(mine?.dates.map(({ on }) => on)).toEqual([...polling, '2027-03-15'].toSorted((a, b) => a.localeCompare(b)))
  })

  it('are for colleagues: a partner is refused', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    const partner = await world.aPartnerOf(id, 'host', 'CENI-D')
    expect((await partner.get('/boards/portfolio/dates')).status).toBe(403)
  })
})
