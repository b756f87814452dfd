import type { Booking } from '@entente/shared/capacity/bookings/contract'
import type { Election } from '@entente/shared/calendar/contract'
import type { Waiver } from '@entente/shared/decisions/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { granted } from '../../../../test/support/builders.ts'
import type { Reply } from '../../../../test/support/client.ts'
import { crewIn } from '../../../../test/support/crew.ts'
import { resourcesIn } from '../../../../test/support/resources.ts'
import { useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
const { add, asked, decide } = crewIn(world)
const { envelope, fundableProgram, submitted, decide: approve } = resourcesIn(world)

/** Three days that fall within the window of the election below, and three that do not. */
const during = { from: '2027-02-15', to: '2027-02-17', days: '2' }
const before = { from: '2027-01-11', to: '2027-01-13', days: '2' }
const refusedByElections = { status: 409, problem: 'gate-failed' }
const failing = (reply: Reply<Booking>) => (reply.body as unknown as { gates: { id: string; kind: string }[] }).gates

let election: Election
beforeAll(async () => {
  const body = { kind: 'general', pollingOn: '2027-04-05', certainty: 'certain' }
  election = await granted((await world.as('admin')).post<Election>('/elections', body))
})

const asking = async (programId: string, staffId: string, days: object = {}) => {
  const coordinator = await world.as('coordinator')
  const { from, to } = { ...during, ...days }
  return coordinator.post<Waiver>(`/programs/${programId}/waivers`, {
    gateId: 'P7-G6',
    absence: { staffId, from, to },
    reason:
      'L’équipe d’accueil est affectée à ce seul programme de visiteurs et ne prend part à aucune tâche du scrutin, ni avant ni après.',
    expiresOn: '2027-02-20',
    evidenceDocumentId: await world.aDocument(),
  })
}
const waive = async (programId: string, staffId: string, days: object = {}) => {
  const { id } = await granted(asking(programId, staffId, days))
  const executive = await world.as('executive')
  await granted(
    executive.post(`/waivers/${id}/decision`, {
      outcome: 'granted',
      reason: 'Une équipe dédiée, hors de nos scrutins.',
    }),
  )
}

describe('Our own elections come first (P7-G6)', () => {
  it('a critical function is never booked firmly in the window, by waiver neither', async () => {
    const { id: staffId } = await add('Critique', { critical: true })
    const program = await world.aVerifiedProgram('design')
    const soft = await asked({ staffId, programId: program.id, ...during })
    expect(soft.inBlackout).toBe(true)
    expect(soft.can).not.toContain('waive')
    expect(await asking(program.id, staffId)).toMatchObject({ status: 400, pointers: ['/absence/staffId'] })
    const reply = await decide(await world.as('manager'), soft)
    expect(reply).toMatchObject(refusedByElections)
    expect(failing(reply)).toMatchObject([{ id: 'P7-G6', kind: 'hard' }])
    await granted(decide(await world.as('manager'), await asked({ staffId, ...before })))
  })

  it('another function is booked in the window by a waiver of the executive', async () => {
    const { id: staffId } = await add('Accueil')
    const program = await world.aVerifiedProgram('design')
    const soft = await asked({ staffId, programId: program.id, ...during })
    expect(soft.can).toContain('waive')
    const reply = await decide(await world.as('manager'), soft)
    expect(reply).toMatchObject(refusedByElections)
    expect(failing(reply)).toMatchObject([{ id: 'P7-G6', kind: 'waivable', waivedBy: ['executive'] }])
    await waive(program.id, staffId)
    await granted(decide(await world.as('manager'), soft))
    const stored = await world.db.gateEvaluation.findMany({ where: { programId: program.id, gateId: 'P7-G6' } })
    expect(stored.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(['hard passed', 'waivable waived'])
  })

  it('a waiver for one person, or for other days, does not open the window for another', async () => {
    const [{ id: one }, { id: other }] = [await add('Une'), await add('Une autre')]
    const program = await world.aVerifiedProgram('design')
    const manager = await world.as('manager')
    const [first, second] = [
      await asked({ staffId: one, programId: program.id, ...during }),
      await asked({ staffId: other, programId: program.id, ...during }),
    ]
    await waive(program.id, one, { from: '2027-02-15', to: '2027-02-16' })
    expect(await decide(manager, first)).toMatchObject(refusedByElections)
    await waive(program.id, other)
    expect(await decide(manager, first)).toMatchObject(refusedByElections)
    await granted(decide(manager, second))
  })

  it('a by-election, a municipal or a probable general election closes nothing', async () => {
    const admin = await world.as('admin')
    for (const [kind, certainty] of [
      ['byElection', 'certain'],
      ['municipal', 'certain'],
      ['general', 'probable'],
    ])
      await granted(admin.post('/elections', { kind, certainty, pollingOn: '2026-12-07' }))
    const { id: staffId } = await add('Libre', { critical: true })
    const soft = await asked({ staffId })
    expect(soft.inBlackout).toBe(false)
    await granted(decide(await world.as('manager'), soft))
  })

  it('staff-days that put a critical function to work in the window are refused', async () => {
    const { id: staffId } = await add('Réseau', { critical: true })
    const program = await fundableProgram()
    const days = await envelope('60.0', { unit: 'staffDay', profile: 'Élections' })
    const line = (period: { from: string; to: string }) => ({
      envelopeId: days.id,
      days: '2.0',
      description: 'Mission',
      from: period.from,
      to: period.to,
    })
    const soft = await asked({ staffId, programId: program.id, ...during })
    const executive = await world.as('executive')
    const inside = await submitted([line(during)], program.id)
    expect(await approve(executive, inside)).toMatchObject(refusedByElections)
    await granted(approve(executive, await submitted([line(before)], program.id)))
    const release = { reason: 'Une autre personne de l’équipe ira.' }
    await granted((await world.as('coordinator')).post(`/bookings/${soft.id}/release`, release))
    await granted(approve(executive, inside))
  })

  it('who moves an election does not approve what it forbade: someone else may', async () => {
    const { id: staffId } = await add('Scrutin', { critical: true })
    const program = await fundableProgram()
    const days = await envelope('60.0', { unit: 'staffDay', profile: 'Déplacé' })
    const mission = { envelopeId: days.id, days: '2.0', description: 'Mission', from: during.from, to: during.to }
    await asked({ staffId, programId: program.id, ...during })
    const wanted = await submitted([mission], program.id)
    const [executive, other] = [await world.as('executive'), await world.as('executive2')]
    expect(await approve(executive, wanted)).toMatchObject(refusedByElections)
    const move = (pollingOn: string, version: number) =>
      granted(executive.patch<Election>(`/elections/${election.id}`, { pollingOn }, version))
    await move('2027-10-04', 1)
    const refused = await approve(executive, wanted)
    expect(refused).toMatchObject(refusedByElections)
    expect(JSON.stringify(refused.body)).toContain('vous avez changé ce scrutin')
    const acting = await world.someone('par intérim', ['manager'])
    const lending = {
      startsOn: '2026-11-23',
      endsOn: '2026-11-23',
      units: ['CAD', 'staffDay'],
      reason: 'Congé annuel de deux semaines',
    }
    await granted(executive.post('/delegations', { toId: acting.id, ...lending }))
    expect(await approve(acting, wanted)).toMatchObject(refusedByElections)
    await granted(approve(other, wanted))
    expect(await decide(executive, await asked({ staffId, ...during }))).toMatchObject(refusedByElections)
    const former = await world.db.formerWindow.findMany({ where: { electionId: election.id } })
    expect(former.map(({ byId }) => byId)).toEqual([executive.id])
    await move('2027-04-05', 2)
  })

  it('withdrawing the election opens the window again', async () => {
    const { id: staffId } = await add('Patience', { critical: true })
    const soft = await asked({ staffId, ...during })
    expect(await decide(await world.as('manager'), soft)).toMatchObject(refusedByElections)
    await granted((await world.as('admin')).patch(`/elections/${election.id}`, { withdrawn: true }, 3))
    await granted(decide(await world.as('manager'), soft))
  })
})
