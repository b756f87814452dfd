import type { LoadMap, Matches } from '@entente/shared/capacity/load/contract'
import type { StaffMember } from '@entente/shared/capacity/staff/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add, asked, decide } = crewIn(world)
const map = async (query = '') => granted((await world.as('auditor')).get<LoadMap>(`/capacity${query}`))
const matches = async (query: string) =>
  granted((await world.as('analyst')).get<Matches>(`/capacity/matches?from=2026-11-30&to=2026-12-04&${query}`))

let full: StaffMember
let half: StaffMember
beforeAll(async () => {
  full = await add('Pleine', { skills: ['réseau'], languages: ['fr', 'es'], critical: true })
  half = await add('Moitié', { daysPerWeek: '4', availability: 50, languages: ['fr'] })
  await add('Ailleurs', { profile: 'Formation', leaves: [{ from: '2026-11-30', to: '2026-12-02' }] })
  await granted(decide(await world.as('manager'), await asked({ staffId: full.id, days: '3' })))
  await asked({ staffId: full.id, days: '3' })
  await asked({ profile: 'Informatique', days: '1.5' })
})

describe('The heat map', () => {
  const rowOf = ({ people }: LoadMap, { id }: { id: string }) => people.find(({ staff }) => staff.id === id)?.cells
  it('tells week by week what each person can give, what is firm and what is asked', async () => {
    const told = await map()
    expect(told).toMatchObject({ from: '2026-04-01', to: '2027-03-31', step: 'week' })
    const at = told.periods.findIndex(({ from }) => from === '2026-11-30')
    const cell = rowOf(told, full)?.[at]
    expect(cell).toEqual({ capacity: '5.0', firm: '3.0', asked: '3.0', load: 120, isOver: true })
    expect(rowOf(told, half)?.[at]).toMatchObject({ capacity: '2.0', load: 0, isOver: false })
  })

  it('adds people up by profile, with the requests that name nobody', async () => {
    const told = await map('?step=month')
    expect(told.periods).toHaveLength(12)
    const weeks = await map('?step=week')
    const at = weeks.periods.findIndex(({ from }) => from === '2026-11-30')
    const row = weeks.profiles.find(({ profile }) => profile === 'Informatique')
    expect(row).toMatchObject({ people: 2 })
    expect(row?.cells[at]).toMatchObject({ capacity: '7.0', firm: '3.0', asked: '4.5', isOver: true })
  })

  it('leaves a critical function nothing around our general elections, and names them', async () => {
    const told = await map()
    const at = told.periods.findIndex(({ from }) => from === '2026-09-14')
    expect(told.periods[at]?.inBlackout).toBe(true)
    expect(rowOf(told, full)?.[at]).toMatchObject({ capacity: '0.0', load: null })
    expect(rowOf(told, half)?.[at]).toMatchObject({ capacity: '2.0' })
    expect(told.elections).toMatchObject([{ kind: 'general', pollingOn: '2026-10-05' }])
    expect((await map('?on=2024-05-01')).elections).toEqual([])
  })
})

describe('Matching a need to people', () => {
  it('gives those who have the profile, skill and language, the freest first', async () => {
    const all = await matches('profile=Informatique')
    expect(all.items.map(({ staff }) => staff.name)).toEqual(['Moitié', 'Pleine'])
    expect(all.total).toEqual({ capacity: '7.0', firm: '3.0', asked: '4.5', remaining: '4.0' })
    expect((await matches('skill=r%C3%A9seau')).items).toHaveLength(1)
    expect((await matches('language=es&skill=droit')).items).toEqual([])
  })

  it('says who has enough, and by how much all together fall short', async () => {
    const enough = await matches('profile=Informatique&days=2')
    expect(enough.items.map(({ isEnough }) => isEnough)).toEqual([true, true])
    expect(enough.short).toBeNull()
    expect((await matches('profile=Informatique&days=16')).short).toBe('12.0')
    expect((await matches('profile=Formation&days=3')).items[0]).toMatchObject({ remaining: '2.0', isEnough: false })
  })

  it('asks for days in order', async () => {
    const reply = await (await world.as('analyst')).get('/capacity/matches?from=2026-12-04&to=2026-12-01')
    expect(reply).toMatchObject({ status: 400, pointers: ['/to'] })
  })

  it('reckons over one year at most, and over no day that no calendar reaches', async () => {
    const analyst = await world.as('analyst')
    const long = await analyst.get('/capacity/matches?from=2026-12-01&to=2027-12-03')
    expect(long).toMatchObject({ status: 400, pointers: ['/to'] })
    for (const day of ['9999-12-31', '1899-12-31', '2200-01-01']) {
      expect(await analyst.get(`/capacity?on=${day}`)).toMatchObject({ status: 400, pointers: ['/on'] })
      expect(await analyst.get(`/dashboards/rehearsal?pollingOn=${day}`)).toMatchObject({ status: 400 })
    }
    expect((await analyst.get('/capacity?on=2199-12-31')).status).toBe(200)
    expect((await analyst.get('/dashboards/rehearsal?pollingOn=2199-12-31')).status).toBe(200)
  })
})

describe('A partner', () => {
  it('sees no person, booking, election, recall or scenario of any program', async () => {
    const program = await world.aProvenProgram('design')
    const partner = await world.aPartnerOf(program.id, 'host', 'CENI')
    await asked({ staffId: full.id, programId: program.id, days: '1' })
    const closed = ['/staff', '/bookings', '/capacity', '/elections', '/recalls', '/scenarios']
    for (const path of closed) expect(await partner.get(path)).toMatchObject({ status: 403, problem: 'closed-to-role' })
    const view = JSON.stringify((await granted(partner.get(`/programs/${program.id}/partner-view`))) satisfies object)
    expect(view).not.toContain(full.name)
  })
})
