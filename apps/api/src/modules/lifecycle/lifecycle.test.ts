import type { GateReport, GateResult } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import type { Persona } from '../../../test/support/world.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const move = async (id: string, to: string, by: Persona = 'coordinator') =>
  (await world.as(by)).post<Program & { gates: GateResult[] }>(`/programs/${id}/transitions`, {
    to,
    note: 'Au vu du dossier et des avis reçus.',
  })
const failing = (id: string) => ({ status: 409, problem: 'gate-failed', body: { gates: [{ id, state: 'failed' }] } })
const acceptance = { outcome: 'accept', reason: 'Utile, possible et dans notre mandat.' }

describe('Moving a program', () => {
  it('is refused while the request is not verified, and says what is missing', async () => {
    const { programId } = await world.aRequest()
    const refusal = await move(programId, 'admissibility')
    expect(refusal).toMatchObject(failing('P1-G3'))
    const [gate] = refusal.body.gates
    expect(gate?.missing[0]?.label).toBe('À vérifier par une deuxième personne')
    const told = ['id', 'kind', 'state', 'principle', 'ruleVersion', 'message', 'missing', 'evidence', 'waivedBy']
    expect(Object.keys(gate ?? {})).toEqual([...told, 'from', 'to'])
    expect(gate?.missing[0]?.href).toMatch(/^\/programs\//)
    const { body } = await (await world.as('auditor')).get<Program>(`/programs/${programId}`)
    expect(body).toMatchObject({ stage: 'received', version: 1 })
  })

  it('stays as it is once it is closed or ended: nothing of it can be corrected', async () => {
    const program = await world.aVerifiedProgram('cancelled')
    const coordinator = await world.as('coordinator')
    const { version } = await granted(coordinator.get<{ version: number }>(`/programs/${program.id}`))
    expect(await coordinator.patch(`/programs/${program.id}`, { plannedDays: '9' }, version)).toMatchObject({
      status: 409,
      problem: 'wrong-state',
    })
  })

  it('goes one stage at a time, and no further than the last', async () => {
    const { id } = await world.aVerifiedProgram()
    for (const to of ['analysis', 'closed', 'received'])
      expect(await move(id, to)).toMatchObject({ status: 409, problem: 'no-such-transition' })
    await world.inStage(id, 'withdrawn')
    expect(await move(id, 'admissibility')).toMatchObject({ status: 409, problem: 'no-such-transition' })
  })

  it('is a coordinator’s; an executive ends', async () => {
    const { id } = await world.aVerifiedProgram()
    expect(await move(id, 'admissibility', 'analyst')).toMatchObject({ status: 403 })
    expect(await move(id, 'admissibility', 'executive')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect(await move(id, 'cancelled')).toMatchObject({ status: 403, problem: 'closed-to-role' })
    expect(await move(id, 'cancelled', 'executive')).toMatchObject({ status: 200, body: { outcome: 'cancelled' } })
  })

  it('happens once when eight people move it at the same moment', async () => {
    const { id } = await world.aVerifiedProgram()
    const replies = await Promise.all(Array.from({ length: 8 }, () => move(id, 'admissibility')))
    expect(statusesOf(replies)).toEqual([200, ...Array.from({ length: 7 }, () => 409)])
  })

  it('stores every evaluation with what the gate read, its version, who and when', async () => {
    const { id } = await world.aVerifiedProgram()
    await granted(move(id, 'admissibility'))
    const path = `/programs/${id}/gate-evaluations`
    const { items } = await granted((await world.as('auditor')).get<{ items: { inputs: object }[] }>(path))
    const by = { id: (await world.as('coordinator')).id }
    const found = { gateId: 'P1-G3', state: 'passed', ruleVersion: 1, occasion: 'move', by, at: start.toISOString() }
    expect(items).toMatchObject([found])
    expect(Object.keys(items[0]?.inputs ?? {}).length).toBeGreaterThan(0)
  })
})

describe('The gates of the policy', () => {
  const event = { electoralEvent: { type: 'presidential', date: '2027-01-07' } }

  it('ask for a waiver ninety days before the poll; once granted the move passes', async () => {
    const { id } = await world.aVerifiedProgram('admissibility', event)
    expect(await move(id, 'analysis')).toMatchObject(failing('P1-G4'))
    const reason =
      'Le scrutin a été avancé par la cour après la réception de la demande ; attendre priverait l’hôte de tout appui avant le scrutin.'
    const body = { gateId: 'P1-G4', reason, expiresOn: '2027-01-31', evidenceDocumentId: await world.aDocument() }
    const waiver = await granted((await world.as('coordinator')).post(`/programs/${id}/waivers`, body))
    expect(await move(id, 'analysis')).toMatchObject(failing('P1-G4'))
    const decision = { outcome: 'granted', reason: 'Le motif suffit, la pièce le montre.' }
    await granted((await world.as('executive')).post(`/waivers/${waiver.id}/decision`, decision))
    const moved = await granted(move(id, 'analysis'))
    expect(moved.compass).toContainEqual(expect.objectContaining({ principle: 1, state: 'waived' }))
  })

  it('refuse a decision on an analysis of more than six months', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    await world.anApprovedAnalysis(id)
    const report = async () => (await world.as('analyst')).get<GateReport>(`/programs/${id}/gates?to=decision`)
    expect((await report()).body.passable).toBe(true)
    world.setTime('2027-06-23T15:00:00Z')
    expect(await move(id, 'decision')).toMatchObject(failing('P2-G5'))
    world.setTime(start.toISOString())
  })

  it('count no decision without the host’s opinion, and no unanswered objection', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    await world.anApprovedAnalysis(id)
    await world.inStage(id, 'decision')
    const host = await world.aPartnerOf(id, 'host', 'CENI-D')
    await granted((await world.as('executive')).post(`/programs/${id}/decisions`, acceptance))
    const objection = await granted(
      host.post(`/programs/${id}/objections`, { content: 'Trop tôt pour former avant le scrutin.' }),
    )
    const blocked = (await move(id, 'design')).body.gates.map((gate) => gate.id)
    expect(blocked).toEqual(expect.arrayContaining(['P5-G1', 'P5-G5', 'P4-G1', 'P7-G1']))
    await granted(
      (await world.as('coordinator')).post(`/objections/${objection.id}/answer`, {
        answer: 'Voici pourquoi le calendrier est maintenu.',
      }),
    )
    expect((await move(id, 'design')).body.gates.map((gate) => gate.id)).not.toContain('P5-G5')
  })

  it('let a closing pass only when each objective is verified and a lesson is written', async () => {
    const { id } = await world.aProvenProgram('allocation')
    await world.inStage(id, 'implementation')
    const refusal = await move(id, 'closing')
    expect(refusal.body.gates.map((gate) => gate.id)).toContain('P4-G2')
  })

  it('refuse to decline without an executive’s decision on record', async () => {
    const { id } = await world.aVerifiedProgram('analysis')
    expect(await move(id, 'declined', 'executive')).toMatchObject(failing('P5-G8'))
    const body = { outcome: 'decline', reason: 'Hors du mandat de notre institution.' }
    await granted((await world.as('executive')).post(`/programs/${id}/decisions`, body))
    expect(await move(id, 'declined')).toMatchObject({ status: 200, body: { outcome: 'declined' } })
  })
})

describe('A suspension', () => {
  it('stops every move until an executive lifts it', async () => {
    const { id } = await world.aVerifiedProgram()
    const coordinator = await world.as('coordinator')
    const body = { cause: 'authorityChanged', note: 'Dissolution de la commission hôte.' }
    await granted(coordinator.post(`/programs/${id}/suspension`, body))
    expect(await move(id, 'admissibility')).toMatchObject({ status: 409, problem: 'suspended' })
    expect(
      (await coordinator.post(`/programs/${id}/resumption`, { note: 'Un motif assez long pour être lu' })).status,
    ).toBe(403)
    await granted(
      (await world.as('executive')).post(`/programs/${id}/resumption`, {
        note: 'Un nouvel organe a confirmé la demande.',
      }),
    )
    expect((await move(id, 'admissibility')).status).toBe(200)
  })
})
