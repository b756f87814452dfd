import type { GateResult } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import type { ProofGate } from '@entente/shared/proof/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { resourcesIn } from '../../../test/support/resources.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const { envelope, line, submitted, decide } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

type Proof = { asOf: string; gates: ProofGate[] }
const proofOf = async (id: string, query = '') =>
  granted((await world.as('auditor')).get<Proof>(`/programs/${id}/proof${query}`))
const gateOf = async (id: string, gateId: string, query = '') =>
  (await proofOf(id, query)).gates.find((gate) => gate.id === gateId)
const seen = async (id: string) => granted((await world.as('auditor')).get<Program>(`/programs/${id}`))
const segment = async (id: string, principle: number) =>
  (await seen(id)).compass.find((one) => one.principle === principle)

const correct = async (requestId: string, fields: object) => {
  const coordinator = await world.as('coordinator')
  const { version } = await granted(coordinator.get(`/requests/${requestId}`))
  return granted(coordinator.patch(`/requests/${requestId}`, fields, version))
}
const verify = async (requestId: string) =>
  granted(
    (await world.as('analyst2')).post(`/requests/${requestId}/verification`, {
      method: 'callback',
      note: 'Oui, le plan et le calendrier conviennent.',
    }),
  )

describe('A gate in force', () => {
  it('is put right again by whoever mends it, and its history tells both acts', async () => {
    const { id, requestId } = await world.aProvenProgram('design')
    expect(await gateOf(id, 'P1-G3')).toMatchObject({ state: 'passed', phase: 'inForce' })
    world.setTime('2026-11-25T15:00:00Z')
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    const broken = await gateOf(id, 'P1-G3')
    const by = { id: (await world.as('coordinator')).id }
    expect(broken).toMatchObject({ state: 'failed', cause: { action: 'request.edit', by } })
    expect((await seen(id)).toPutRight).toContainEqual(
      expect.objectContaining({ gateId: 'P1-G3', action: 'request.edit', since: '2026-11-25T15:00:00.000Z' }),
    )
    world.setTime('2026-11-26T15:00:00Z')
    await verify(requestId)
    expect(await gateOf(id, 'P1-G3')).toMatchObject({ state: 'passed', cause: { action: 'request.verify' } })
    expect((await seen(id)).toPutRight).toEqual([])
    expect(await gateOf(id, 'P1-G3', '?asOf=2026-11-25')).toMatchObject({ state: 'failed' })
    expect(await gateOf(id, 'P1-G3', '?asOf=2026-11-24')).toMatchObject({ state: 'passed' })
    expect((await proofOf(id, '?asOf=2026-11-01')).gates).toEqual([])
  })

  it('stops every move and commitment while it does not hold, no draft and no comment', async () => {
    const { id, requestId, host } = await world.aProvenProgram('design')
    const coordinator = await world.as('coordinator')
    const terms = { organizationId: host.organizationId, title: 'Mission', content: 'L’hôte décide.' }
    const proposed = await granted(coordinator.post(`/programs/${id}/terms-of-reference`, terms))
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    const refused = { status: 409, problem: 'gate-failed' }
    const documentId = await world.aDocument(undefined, { kind: 'agreement' })
    const signed = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn: '2027-11-22', documentId }
    const agreement = { organizationId: host.organizationId, kind: 'memorandum', title: 'Protocole', ...signed }
    const share = { kind: 'link', sections: ['overview'], expiresOn: '2027-06-30' }
    expect(await coordinator.post(`/programs/${id}/transitions`, { to: 'allocation' })).toMatchObject(refused)
    expect(await coordinator.post(`/programs/${id}/agreements`, agreement)).toMatchObject(refused)
    expect(await coordinator.post(`/programs/${id}/shares`, share)).toMatchObject(refused)
    const agreed = await host.post<{ gates: GateResult[] }>(`/terms-of-reference/${proposed.id}/agreement`)
    expect(agreed).toMatchObject(refused)
    expect(agreed.body.gates.map((gate) => gate.id)).toEqual(expect.arrayContaining(['P1-G3', 'P1-G1']))
    const card = await granted(coordinator.post(`/programs/${id}/activities`, { title: 'Cadrage', type: 'mission' }))
    await granted(coordinator.post(`/activities/${card.id}/comments`, { body: 'On attend la vérification.' }))
    await verify(requestId)
    await granted(coordinator.post(`/programs/${id}/agreements`, agreement))
    await granted(host.post(`/terms-of-reference/${proposed.id}/agreement`))
  })

  it('stops what is recorded for a host as it stops the host', async () => {
    const { id, requestId, host } = await world.aProvenProgram('design')
    const coordinator = await world.as('coordinator')
    const terms = { organizationId: host.organizationId, title: 'Mission', content: 'L’hôte décide.' }
    const proposed = await granted(coordinator.post(`/programs/${id}/terms-of-reference`, terms))
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    const documentId = await world.aDocument(undefined, { kind: 'termsOfReference' })
    const recorded = () =>
      coordinator.post(`/terms-of-reference/${proposed.id}/agreement`, { documentId, agreedOn: '2026-11-23' })
    expect(await recorded()).toMatchObject({ status: 409, problem: 'gate-failed' })
    await verify(requestId)
    await granted(recorded())
  })

  it('stops an acceptance, and no refusal', async () => {
    const { id, requestId } = await world.aProvenProgram('decision')
    const executive = await world.as('executive')
    const decided = (outcome: string) =>
      executive.post(`/programs/${id}/decisions`, { outcome, reason: 'Vu la demande et l’analyse.' })
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    expect(await decided('accept')).toMatchObject({ status: 409, problem: 'gate-failed' })
    expect(await decided('decline')).toMatchObject({ status: 201 })
  })

  it('stops an approval, a move, and what would be committed of an earlier approval', async () => {
    const { id, requestId } = await world.aProvenProgram('allocation')
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const money = await envelope('1000.00', { profile: 'preuve' })
    const earlier = await granted(decide(executive, await submitted([line(money, '100.00')], id)))
    const pending = await submitted([line(money, '100.00')], id)
    const amount = { amount: '10.00', currency: 'CAD' }
    const commit = () =>
      coordinator.post(`/allocations/${earlier.id}/commitments`, {
        lineId: earlier.lines[0]?.id,
        amount,
        on: '2026-11-23',
      })
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    const refused = { status: 409, problem: 'gate-failed' }
    expect(await decide(executive, pending)).toMatchObject(refused)
    expect(await commit()).toMatchObject(refused)
    const moved = await coordinator.post<{ gates: GateResult[] }>(`/programs/${id}/transitions`, {
      to: 'implementation',
    })
    expect(moved.body.gates.map((gate) => gate.id)).toEqual(['P1-G3', 'P1-G1'])
    await verify(requestId)
    await granted(decide(executive, pending))
    await granted(commit())
  })

  it('waits while the program is suspended, whatever it would commit', async () => {
    const { id, host } = await world.aProvenProgram('design')
    const coordinator = await world.as('coordinator')
    const terms = { organizationId: host.organizationId, title: 'Mission', content: 'L’hôte décide.' }
    const proposed = await granted(coordinator.post(`/programs/${id}/terms-of-reference`, terms))
    await granted(
      coordinator.post(`/programs/${id}/suspension`, { cause: 'other', note: 'En attente d’une réponse de l’hôte.' }),
    )
    const share = { kind: 'link', sections: ['overview'], expiresOn: '2027-06-30' }
    const waits = { status: 409, problem: 'suspended' }
    expect(await coordinator.post(`/programs/${id}/shares`, share)).toMatchObject(waits)
    expect(await host.post(`/terms-of-reference/${proposed.id}/agreement`)).toMatchObject(waits)
  })

  it('lapses on its day without any act, and reads as failed from the day after', async () => {
    const { id } = await world.aProvenProgram('design')
    expect(await gateOf(id, 'P7-G1')).toMatchObject({ state: 'passed', until: '2027-03-31' })
    world.setTime('2027-03-31T15:00:00Z')
    expect((await segment(id, 7))?.state).toBe('kept')
    world.setTime('2027-04-01T15:00:00Z')
    expect(await segment(id, 7)).toMatchObject({ state: 'broken', broken: [{ id: 'P7-G1' }] })
    expect(await gateOf(id, 'P7-G1')).toMatchObject({ state: 'failed', cause: { action: 'gate.lapse', by: null } })
    expect(await gateOf(id, 'P7-G1', '?asOf=2027-03-30')).toMatchObject({ state: 'passed' })
  })

  it('is written once: nothing is stored where an act changes nothing', async () => {
    const { id } = await world.aProvenProgram('analysis')
    const changes = () => world.db.gateChange.count({ where: { programId: id } })
    const before = await changes()
    const coordinator = await world.as('coordinator')
    const card = await granted(coordinator.post(`/programs/${id}/activities`, { title: 'Cadrage', type: 'meeting' }))
    await granted(coordinator.post(`/activities/${card.id}/comments`, { body: 'Prévu.' }))
    expect(await changes()).toBe(before)
  })

  it('cannot be read ahead of today, nor by a partner', async () => {
    const { id, host } = await world.aProvenProgram('analysis')
    const auditor = await world.as('auditor')
    expect(await auditor.get(`/programs/${id}/proof?asOf=2026-11-24`)).toMatchObject({
      status: 400,
      pointers: ['/asOf'],
    })
    expect((await host.get(`/programs/${id}/proof`)).status).toBe(403)
  })
})

describe('The compass', () => {
  it('says how many gates are kept, how many are ahead, and which comes next', async () => {
    const { id } = await world.aProvenProgram('analysis')
    expect(await segment(id, 1)).toMatchObject({ state: 'proven', inForce: 5, held: 5, ahead: 0, next: null })
    expect(await segment(id, 4)).toMatchObject({ state: 'notYet', inForce: 0, ahead: 3, next: { id: 'P4-G1' } })
    const designed = await world.aProvenProgram('design')
    expect(await segment(designed.id, 4)).toMatchObject({ state: 'kept', held: 1, next: { id: 'P4-G2' } })
  })

  it('never tells a partner better than it is, and nothing of what proves it', async () => {
    const { id, host, requestId } = await world.aProvenProgram('design')
    const told = async () => (await granted(host.get<{ compass: object[] }>(`/programs/${id}`))).compass
    expect(await told()).toContainEqual({ principle: 1, state: 'proven' })
    await correct(requestId, { object: 'Un appui, dit autrement.' })
    expect(await told()).toContainEqual({ principle: 1, state: 'underWay' })
  })
})

describe('How a program stands, as it was stored', () => {
  it('is what weighing it again at this moment finds', async () => {
    const { id } = await world.aProvenProgram('allocation')
    const stored = await world.db.gateStanding.findMany({ where: { programId: id }, orderBy: { gateId: 'asc' } })
    const states = stored.filter(({ phase }) => phase === 'inForce').map(({ gateId, state }) => [gateId, state])
    expect(states.length).toBeGreaterThan(10)
    expect(states.filter(([, state]) => state !== 'passed' && state !== 'notApplicable')).toEqual([])
    const changes = await world.db.gateChange.findMany({ where: { programId: id }, orderBy: { id: 'asc' } })
    const replayed = new Map(changes.map(({ gateId, phase, state }) => [gateId, `${phase} ${state}`]))
    expect(replayed).toEqual(new Map(stored.map(({ gateId, phase, state }) => [gateId, `${phase} ${state}`])))
  })
})
