import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { GateReport } from '@entente/shared/lifecycle/contract'
import type { Program } from '@entente/shared/programs/contract'
import type { Consultation } from '@entente/shared/participation/contract'
import { describe, expect, it } from 'vitest'
import { completeContent, granted, withoutReceipt } from '../support/builders.ts'
import { resourcesIn } from '../support/resources.ts'
import { useWorld } from '../support/world.ts'

const world = useWorld()
const { envelope, line, decide } = resourcesIn(world)

describe('A program', () => {
  it('goes from the letter to closed by the right people, each gate proven', async () => {
    const [coordinator, verifier, analyst, executive, manager] = await Promise.all([
      world.as('coordinator'),
      world.as('coordinator2'),
      world.as('analyst'),
      world.as('executive'),
      world.someone('gestion', ['manager'], { limitMoney: '25000', limitDays: '20' }),
    ])
    const letterDocumentId = await world.aDocument(coordinator, { kind: 'letter' })
    const request = await world.aRequest({ letterDocumentId })
    const id = request.programId
    const path = `/programs/${id}`
    const move = (to: string, by = coordinator) => by.post<Program>(`${path}/transitions`, { to })
    const blockers = async (to: string) => {
      const { gates } = await granted(coordinator.get<GateReport>(`${path}/gates?to=${to}`))
      return gates.filter((gate) => gate.state === 'failed').map((gate) => gate.id)
    }

    expect(await move('admissibility')).toMatchObject({
      status: 409,
      problem: 'gate-failed',
      body: { gates: [{ id: 'P1-G3' }] },
    })
    await granted(
      verifier.post(`/requests/${request.id}/verification`, {
        method: 'callback',
        note: 'Confirmée par un appel au secrétariat.',
      }),
    )
    await granted(move('admissibility'))
    await granted(move('analysis'))

    expect(await blockers('decision')).toEqual(['P2-G2', 'P2-G3', 'P2-G5'])
    const draft = await granted(analyst.post(`${path}/analyses`))
    await granted(analyst.patch(`/analyses/${draft.id}`, completeContent, draft.version))
    await granted(analyst.post(`/analyses/${draft.id}/submission`))
    expect(await analyst.post(`/analyses/${draft.id}/review`, { outcome: 'approved' })).toMatchObject({
      problem: 'separation-of-duties',
    })
    await granted((await world.as('analyst2')).post(`/analyses/${draft.id}/review`, { outcome: 'approved' }))
    const objective = await granted(
      analyst.post(`${path}/transfer-objectives`, {
        competence: 'Former',
        unit: 'Formation',
        baseline: 1,
        target: 3,
        verificationMethod: 'Séance observée',
      }),
    )
    await granted(move('decision'))

    const host = await world.aPartnerOf(id, 'host', 'HOTE')
    await world.aMember(id, 'network', 'RESEAU')
    const consultation = await granted(
      coordinator.post<Consultation>(`${path}/consultations`, {
        organizationId: host.organizationId,
        question: 'Votre avis ?',
      }),
    )
    await granted(
      host.post(`/consultations/${consultation.id}/opinion`, {
        stance: 'favourable',
        opinion: 'Favorable au plan et au calendrier.',
      }),
    )
    const authorization = await world.aDocument(executive, { kind: 'authorization' })
    const { id: authorizationId } = await granted(
      executive.post('/authorizations', {
        number: 'D-1',
        title: 'Autorisation',
        startsOn: '2026-04-01',
        endsOn: '2027-03-31',
        documentId: authorization,
      }),
    )
    expect(await blockers('design')).toEqual(['P5-G1', 'P7-G1'])
    const { version } = await granted(coordinator.get<Program>(path))
    const plan = { plannedMoney: { amount: '20000.00', currency: 'CAD' }, plannedDays: '30' }
    await granted(coordinator.patch(path, plan, version))
    await granted(coordinator.post(`/authorizations/${authorizationId}/confirmation`))
    expect(await blockers('design')).toEqual(['P5-G1'])
    await granted(
      executive.post(`${path}/decisions`, { outcome: 'accept', reason: 'Utile, possible et dans notre mandat.' }),
    )
    await granted(move('design'))

    const terms = await granted(
      coordinator.post(`${path}/terms-of-reference`, {
        organizationId: host.organizationId,
        title: 'Mission',
        content: 'L’hôte décide.',
      }),
    )
    expect(await blockers('allocation')).toEqual(['P3-G1'])
    await granted(host.post(`/terms-of-reference/${terms.id}/agreement`))
    await granted(move('allocation'))

    const money = await envelope('10000.00')
    const asked = await granted(
      coordinator.post<Allocation>('/allocations', {
        programId: id,
        justification: 'Mission de formation à la commission hôte',
        neededOn: '2026-12-01',
        lines: [line(money, '4000.00')],
      }),
    )
    const submitted = await granted(coordinator.post<Allocation>(`/allocations/${asked.id}/submission`))
    expect(await move('implementation')).toMatchObject({ body: { gates: [{ id: 'P7-G3' }] } })
    await granted(decide(manager, submitted))
    await granted(move('implementation'))
    const record = (verb: string, amount: string) =>
      coordinator.post(`/allocations/${asked.id}/${verb}`, {
        lineId: asked.lines[0]?.id,
        amount: { amount, currency: 'CAD' },
        on: '2026-11-23',
        ...withoutReceipt(verb),
      })
    await granted(record('commitments', '4000.00'))
    await granted(record('expenses', '3500.00'))

    expect(await blockers('closing')).toEqual(['P4-G2'])
    await granted(analyst.post(`/transfer-objectives/${objective.id}/verification`, { level: 3 }))
    await granted(
      coordinator.post(`${path}/lessons`, {
        theme: 'Rythme',
        observation: 'Le temps de formation était trop court',
        cause: 'Le calendrier a été arrêté trop tard',
        recommendation: 'Prévoir la formation en deux temps',
      }),
    )
    await granted(move('closing'))
    expect(await move('evaluation')).toMatchObject({ body: { gates: [{ id: 'P7-G10' }] } })
    await granted(record('releases', '500.00'))
    await granted(move('evaluation'))
    expect(await move('closed')).toMatchObject({ body: { gates: [{ id: 'P4-G8' }] } })
    await granted(
      executive.post(`${path}/evaluation`, { summary: 'Objectif atteint avec les équipes de l’hôte.', rating: 3 }),
    )
    const closed = await granted(move('closed'))

    expect(closed).toMatchObject({ stage: 'closed', moves: [] })
    expect(closed.compass.map((segment) => segment.state)).toEqual(Array(7).fill('proven'))
    expect(closed.compass.every((segment) => segment.evidence.length > 0)).toBe(true)
    const view = await granted(host.get<{ stage: string }>(path))
    expect(view).toMatchObject({ stage: 'closed', sections: ['overview'] })
    expect(await (await world.as('auditor')).get('/audit/verify')).toMatchObject({ body: { intact: true } })
  })
})
