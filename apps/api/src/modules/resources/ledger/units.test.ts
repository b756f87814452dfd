import type { LedgerEntry } from '@entente/shared/resources/ledger/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide, read } = resourcesIn(world)

describe('Equipment', () => {
  it('is asked, approved, committed, spent and given back in whole items', async () => {
    const laptops = await envelope('10', { unit: 'item', profile: 'portables', holder: 'Service informatique' })
    expect(laptops).toMatchObject({ ceiling: '10', available: '10', holder: 'Service informatique' })
    const { amount, ...asking } = line(laptops, '4')
    const coordinator = await world.as('coordinator')
    const ask = (bad: object) => {
      const lines = [{ ...asking, ...bad }]
      return coordinator.post('/allocations', {
        programId: null,
        justification: 'Un motif assez long pour être lu',
        neededOn: '2026-12-01',
        lines,
      })
    }
    for (const wrong of ['0', '1.5', '-1', '1000000']) {
      expect((await ask({ items: wrong })).pointers).toEqual(['/lines/0/items'])
    }
    expect((await ask({ amount })).pointers).toEqual(['/lines/0/amount'])
    expect((await ask({ days: '4' })).pointers).toEqual(['/lines/0/days'])
    expect((await ask({ items: '4', days: '4' })).pointers).toEqual(['/lines/0/amount'])
    const { id, lines } = await granted(
      decide(await world.as('executive'), await submitted([{ ...asking, items: '4' }])),
    )
    const entry = (kind: string, items: string) =>
      coordinator.post<LedgerEntry>(`/allocations/${id}/${kind}`, { lineId: lines[0]?.id, on: '2026-11-23', items })
    expect((await entry('commitments', '5')).problem).toBe('ceiling-exceeded')
    expect(await granted(entry('commitments', '3'))).toMatchObject({ amount: '3', currency: null, unit: 'item' })
    expect((await entry('expenses', '2')).status).toBe(201)
    expect((await entry('releases', '2')).status).toBe(201)
    expect(await read(laptops)).toMatchObject({ reserved: '0', committed: '0', spent: '2', available: '8' })
  })

  it('and money are held by several units a year, each in its own envelope', async () => {
    const executive = await world.as('executive')
    const body = { fiscalYear: 2027, unit: 'CAD', ceiling: '10.00', reason: 'Budget adopté pour le nouvel exercice' }
    const open = (fields: object) => executive.post('/envelopes', { ...body, ...fields })
    expect((await open({ holder: 'Formation' })).status).toBe(201)
    expect((await open({ holder: 'Mission' })).status).toBe(201)
    expect((await open({})).status).toBe(201)
    expect((await open({ holder: 'Formation' })).pointers).toEqual(['/unit'])
    const race = await Promise.all([1, 2, 3].map(() => open({ holder: 'Course' })))
    expect(race.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 400, 400])
    expect((await open({ holder: 'Matériel', unit: 'item', ceiling: '1.5' })).pointers).toEqual(['/ceiling'])
  })
})
