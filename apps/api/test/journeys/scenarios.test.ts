import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import type { GateResult } from '@entente/shared/lifecycle/contract'
import type { Consultation } from '@entente/shared/participation/contract'
import type { Program } from '@entente/shared/programs/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted, withoutReceipt } from '../support/builders.ts'
import { statusesOf } from '../support/client.ts'
import { resourcesIn } from '../support/resources.ts'
import { start, useWorld } from '../support/world.ts'

/** The scenarios of the policy that cross slices; those of one slice stand in its own spec. */
const world = useWorld()
const { authorize, envelope, line, submitted, decide, read, fundableProgram } = resourcesIn(world)
afterEach(() => world.setTime(start.toISOString()))

type Refusal = { gates: GateResult[] }
const move = async (id: string, to: string) =>
  (await world.as('coordinator')).post<Program & Refusal>(`/programs/${id}/transitions`, { to })
const blockers = (reply: { body: Refusal }) => reply.body.gates.map((gate) => gate.id)
const accept = async (id: string) =>
  granted(
    (await world.as('executive')).post(`/programs/${id}/decisions`, {
      outcome: 'accept',
      reason: 'Utile, possible et dans notre mandat.',
    }),
  )
const levels = { competence: 'Former', unit: 'Formation', baseline: 1, target: 3, verificationMethod: 'Séance' }

let hosts = 0
/** At the stage of the decision, its host asked for an opinion; all the rest of what an acceptance needs is there. */
const consulted = async () => {
  const { id } = await world.aVerifiedProgram('analysis')
  await world.anApprovedAnalysis(id)
  await granted((await world.as('analyst')).post(`/programs/${id}/transfer-objectives`, levels))
  await world.inStage(id, 'decision')
  await authorize()
  const acronym = `HOTE-${(hosts += 1)}`
  const host = await world.aPartnerOf(id, 'host', acronym)
  const body = { organizationId: host.organizationId, question: 'Votre avis ?' }
  const coordinator = await world.as('coordinator')
  const consultation = await granted(coordinator.post<Consultation>(`/programs/${id}/consultations`, body))
  return { id, host, acronym, consultation }
}
/** The same, with the host’s favourable opinion and the acceptance. */
const accepted = async () => {
  const { id, host, consultation } = await consulted()
  const opinion = { stance: 'favourable', opinion: 'Oui, le plan et le calendrier conviennent.' }
  await granted(host.post(`/consultations/${consultation.id}/opinion`, opinion))
  await accept(id)
  return { id, host }
}
const agreement = async (programId: string, signedOn: string) => {
  const { id: organizationId } = await world.aMember(programId, 'network', `RESEAU-${(hosts += 1)}`)
  const documentId = await world.aDocument(undefined, { kind: 'agreement' })
  const term = { signedOn, startsOn: '2026-11-23', endsOn: '2027-11-22' }
  const body = { organizationId, kind: 'memorandum', title: 'Protocole', documentId, ...term }
  return (await world.as('coordinator')).post<Refusal>(`/programs/${programId}/agreements`, body)
}

describe('An agreement dated the day before the analysis was approved', () => {
  it('is refused, and the order of the two days is shown', async () => {
    const { id } = await accepted()
    const refusal = await agreement(id, '2026-11-22')
    expect(refusal).toMatchObject({ status: 409, problem: 'gate-failed' })
    expect(blockers(refusal)).toEqual(['P2-G1'])
    const [missing] = refusal.body.gates[0]?.missing ?? []
    expect(missing?.label).toMatch(/Protocole.*2026-11-22.*2026-11-23/)
    expect(missing?.href).toMatch(/^\/programs\//)
  })

  it('differs from one signed the same day; a later version makes none too early', async () => {
    const { id } = await accepted()
    await granted(agreement(id, '2026-11-23'))
    world.setTime('2026-11-25T15:00:00Z')
    const next = await granted((await world.as('analyst')).post(`/programs/${id}/analyses`))
    await granted((await world.as('analyst')).post(`/analyses/${next.id}/submission`))
    await granted((await world.as('analyst2')).post(`/analyses/${next.id}/review`, { outcome: 'approved' }))
    await accept(id)
    expect(await move(id, 'design')).toMatchObject({ status: 200, body: { stage: 'design' } })
  })
})

describe('A decision without the host’s opinion', () => {
  it('counts as silence after five working days, not after three, and is on record', async () => {
    const { id, acronym } = await consulted()
    world.setTime('2026-11-26T15:00:00Z')
    await accept(id)
    expect(blockers(await move(id, 'design'))).toEqual(['P5-G1'])
    world.setTime('2026-11-30T15:00:00Z')
    expect(blockers(await move(id, 'design'))).toEqual(['P5-G1'])
    await accept(id)
    const moved = await granted(move(id, 'design'))
    const evidence = moved.compass.find((segment) => segment.principle === 5)?.evidence ?? []
    expect(evidence.map(({ label }) => label)).toContain(`Silence de ${acronym}`)
    type Heard = { consultations: Consultation[] }
    const { body } = await (await world.as('auditor')).get<Heard>(`/programs/${id}/participation`)
    expect(body.consultations).toMatchObject([{ state: 'silent', answeredAt: null }])
  })
})

describe('An open objection', () => {
  const answered = async (objectionId: string) =>
    granted(
      (await world.as('executive')).post(`/objections/${objectionId}/answer`, {
        answer: 'Voici pourquoi le calendrier est maintenu.',
      }),
    )

  it('stops the acceptance until it has a written answer', async () => {
    const { id, host } = await accepted()
    const objection = await granted(
      host.post(`/programs/${id}/objections`, { content: 'Trop tôt pour former avant le scrutin.' }),
    )
    expect(blockers(await move(id, 'design'))).toEqual(['P5-G5'])
    await answered(objection.id)
    expect(await move(id, 'design')).toMatchObject({ status: 200 })
  })

  it('stops every approval of resources until then', async () => {
    const program = await fundableProgram()
    const host = await world.aPartnerOf(program.id, 'host', `HOTE-${(hosts += 1)}`)
    const objection = await granted(
      host.post(`/programs/${program.id}/objections`, { content: 'Trop cher pour ce qui en est attendu.' }),
    )
    const asked = await submitted([line(await envelope('100.00', { profile: 'objection' }), '10.00')], program.id)
    const executive = await world.as('executive')
    const refusal = await decide(executive, asked)
    expect(refusal).toMatchObject({ status: 409, problem: 'gate-failed', body: { gates: [{ id: 'P5-G5' }] } })
    await answered(objection.id)
    expect(await decide(executive, asked)).toMatchObject({ status: 200, body: { state: 'approved' } })
  })
})

describe('Closing', () => {
  it('is refused until each objective has its verified level and a lesson is written', async () => {
    const { id } = await fundableProgram()
    const analyst = await world.as('analyst')
    const asked = await submitted([line(await envelope('100.00', { profile: 'clôture' }), '10.00')], id)
    await granted(decide(await world.as('executive'), asked))
    await granted(move(id, 'implementation'))
    const { objectives } = await granted(analyst.get<{ objectives: { id: string }[] }>(`/programs/${id}/transfer`))
    const [objective] = objectives
    const missing = async () => (await move(id, 'closing')).body.gates?.[0]?.missing.map(({ label }) => label)
    expect(await missing()).toEqual(['Vérifier le niveau : Former', 'Écrire une leçon'])
    await granted(analyst.post(`/transfer-objectives/${objective?.id}/verification`, { level: 3 }))
    expect(await missing()).toEqual(['Écrire une leçon'])
    const lesson = {
      theme: 'Rythme',
      observation: 'Le temps de formation était trop court',
      cause: 'Report du scrutin par la commission',
      recommendation: 'Prévoir une marge dans le calendrier',
    }
    await granted((await world.as('coordinator')).post(`/programs/${id}/lessons`, lesson))
    expect(await move(id, 'closing')).toMatchObject({ status: 200, body: { stage: 'closing' } })
  })
})

describe('The envelopes', () => {
  it('of two fiscal years are both checked: one that is too small holds up the whole', async () => {
    const [now, next] = [
      await envelope('500.00', { profile: 'deux exercices' }),
      await envelope('50.00', { fiscalYear: 2027, profile: 'deux exercices' }),
    ]
    const spanning = (later: string) => submitted([line(now, '100.00'), line(next, later)])
    const executive = await world.as('executive')
    expect(await decide(executive, await spanning('50.01'))).toMatchObject({
      status: 409,
      problem: 'ceiling-exceeded',
      body: { available: '50.00' },
    })
    expect(await read(now)).toMatchObject({ reserved: '0.00' })
    expect(await decide(executive, await spanning('50.00'))).toMatchObject({ status: 200 })
    expect(await read(now)).toMatchObject({ reserved: '100.00' })
  })

  it('with 5 000 $ left let one of two managers approve 4 000 $ at the same moment', async () => {
    const money = await envelope('5000.00', { profile: 'le reste' })
    const limits = { limitMoney: '25000', limitDays: '20' }
    const managers = [
      await world.someone('gestion-a', ['manager'], limits),
      await world.someone('gestion-b', ['manager'], limits),
    ]
    const asked = [await submitted([line(money, '4000.00')]), await submitted([line(money, '4000.00')])]
    const replies = await Promise.all(managers.map((manager, index) => decide(manager, asked[index] as Allocation)))
    expect(statusesOf(replies)).toEqual([200, 409])
    expect(await read(money)).toMatchObject({ reserved: '4000.00', available: '1000.00' })
  })
})

describe('A program suspended because the authority changed', () => {
  it('has no allocation approved, but what was committed is still spent', async () => {
    const program = await fundableProgram()
    const money = await envelope('100.00', { profile: 'autorité' })
    const [executive, coordinator] = [await world.as('executive'), await world.as('coordinator')]
    const approved = await granted(decide(executive, await submitted([line(money, '10.00')], program.id)))
    const record = (verb: string) =>
      coordinator.post(`/allocations/${approved.id}/${verb}`, {
        lineId: approved.lines[0]?.id,
        amount: { amount: '10.00', currency: 'CAD' },
        on: '2026-11-23',
        ...withoutReceipt(verb),
      })
    await granted(record('commitments'))
    const suspension = { cause: 'authorityChanged', note: 'Dissolution de la commission.' }
    await granted(coordinator.post(`/programs/${program.id}/suspension`, suspension))
    const asked = await submitted([line(money, '10.00')], program.id)
    expect(await decide(executive, asked)).toMatchObject({ status: 409, problem: 'suspended' })
    expect(await record('expenses')).toMatchObject({ status: 201, body: { kind: 'expense' } })
  })
})
