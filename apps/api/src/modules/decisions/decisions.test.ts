import type { Decision } from '@entente/shared/decisions/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const reason = 'Raison interne SECRETE'
type Decisions = { decisions: Decision[]; can: string[] }

const deciding = async (programId: string, body: object, headers: Record<string, string> = {}) =>
  (await world.as('executive')).post<Decision>(`/programs/${programId}/decisions`, { reason, ...body }, headers)

describe('Accepting a program', () => {
  it('rests on the analysis in force', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const analysis = await world.anApprovedAnalysis(program.id)
    await world.inStage(program.id, 'decision')
    const executive = await world.as('executive')
    const made = await granted(deciding(program.id, { outcome: 'accept' }))
    expect(made).toMatchObject({ outcome: 'accept', analysisId: analysis.id, decidedBy: { id: executive.id } })
    expect(made.letter).toBeNull()
  })

  it('is refused without an analysis in force', async () => {
    const program = await world.aVerifiedProgram('decision')
    expect(await deciding(program.id, { outcome: 'accept' })).toMatchObject({ status: 409, problem: 'gate-failed' })
  })

  it('needs no analysis on the short path', async () => {
    const program = await world.aVerifiedProgram('decision', { kind: 'invitation' })
    expect(await deciding(program.id, { outcome: 'accept' })).toMatchObject({ status: 201, body: { analysisId: null } })
  })

  it('happens at the stage of the decision', async () => {
    const program = await world.aVerifiedProgram('analysis')
    await world.anApprovedAnalysis(program.id)
    for (const stage of ['analysis', 'design', 'closed'] as const) {
      await world.inStage(program.id, stage)
      expect(await deciding(program.id, { outcome: 'accept' })).toMatchObject({ status: 409, problem: 'wrong-state' })
    }
  })

  it('is an executive’s act, with an idempotency key', async () => {
    const program = await world.aVerifiedProgram('decision')
    const body = { outcome: 'defer', reason }
    expect(await (await world.as('coordinator')).post(`/programs/${program.id}/decisions`, body)).toMatchObject({
      status: 403,
    })
    const executive = await world.as('executive')
    const url = `/programs/${program.id}/decisions`
    expect(await executive.send({ method: 'POST', url, payload: body })).toMatchObject({
      status: 400,
      problem: 'idempotency-key-required',
    })
  })

  it('asks for planned money and days, or says why there are none', async () => {
    for (const plan of [{ plannedMoney: '0.00' }, { plannedDays: '0' }]) {
      const program = await world.aVerifiedProgram('decision', { kind: 'invitation' })
      await world.db.program.update({ where: { id: program.id }, data: plan })
      const zeroPlanReason = 'L’hôte prend en charge tous les frais de la délégation.'
      expect(await deciding(program.id, { outcome: 'accept' })).toMatchObject({
        status: 400,
        pointers: ['/zeroPlanReason'],
      })
      expect(await granted(deciding(program.id, { outcome: 'accept', zeroPlanReason }))).toMatchObject({
        zeroPlanReason,
      })
    }
    const planned = await world.aVerifiedProgram('decision', { kind: 'invitation' })
    expect((await granted(deciding(planned.id, { outcome: 'accept' }))).zeroPlanReason).toBeNull()
  })

  it('with conditions names them', async () => {
    const program = await world.aVerifiedProgram('decision', { kind: 'invitation' })
    const bare = await deciding(program.id, { outcome: 'acceptWithConditions' })
    expect(bare).toMatchObject({ status: 400, pointers: ['/conditions'] })
  })
})

describe('Accepting and declining at one moment', () => {
  it('is done by one of the two: the other had not read it', async () => {
    const { id } = await world.aProvenProgram('decision')
    const executives = await Promise.all([world.as('executive'), world.as('executive2')])
    const { version } = await granted(executives[0].get<{ version: number }>(`/programs/${id}`))
    const headers = { 'if-match': `"${version}"` }
    const replies = await Promise.all([
      executives[0].post(`/programs/${id}/decisions`, { outcome: 'accept', reason }, headers),
      executives[1].post(`/programs/${id}/decisions`, { outcome: 'decline', reason }, headers),
    ])
    expect(statusesOf(replies)).toEqual([201, 412])
    expect(await world.db.decision.count({ where: { programId: id } })).toBe(1)
  })

  it('moves the program once: on, or to its end', async () => {
    const { id } = await world.aProvenProgram('decision')
    await granted(deciding(id, { outcome: 'accept' }))
    const [coordinator, executive] = [await world.as('coordinator'), await world.as('executive')]
    const { version } = await granted(coordinator.get<{ version: number }>(`/programs/${id}`))
    const headers = { 'if-match': `"${version}"` }
    const note = 'Au vu du dossier et des avis reçus.'
    const replies = await Promise.all([
      coordinator.post(`/programs/${id}/transitions`, { to: 'design', note }, headers),
      executive.post(`/programs/${id}/transitions`, { to: 'withdrawn', note }, headers),
    ])
    expect(statusesOf(replies)).toEqual([200, 412])
  })
})

describe('Refusing a request', () => {
  it('is possible before the design, and no later', async () => {
    const program = await world.aVerifiedProgram('admissibility')
    expect((await deciding(program.id, { outcome: 'decline' })).status).toBe(201)
    await world.inStage(program.id, 'design')
    expect(await deciding(program.id, { outcome: 'decline' })).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('produces a courteous letter in both languages that never quotes the reason', async () => {
    const program = await world.aVerifiedProgram('admissibility')
    const { letter } = await granted(deciding(program.id, { outcome: 'decline' }))
    expect(letter?.fr).toContain(program.reference)
    expect(letter?.fr).toContain('CENI')
    expect(letter?.fr).toContain('23 novembre 2026')
    expect(letter?.en).toContain('November 23, 2026')
    expect(JSON.stringify(letter)).not.toContain('SECRETE')
  })

  it('names who is better placed when it redirects', async () => {
    const program = await world.aVerifiedProgram('admissibility')
    expect(await deciding(program.id, { outcome: 'redirect' })).toMatchObject({
      status: 400,
      pointers: ['/redirectedTo'],
    })
    const { letter } = await granted(deciding(program.id, { outcome: 'redirect', redirectedTo: 'Élections Canada' }))
    expect(letter?.fr).toContain('Élections Canada')
    expect(letter?.en).toContain('Élections Canada')
  })
})

describe('Decisions', () => {
  it('follow each other, latest first, and partners see none', async () => {
    const program = await world.aProvenProgram('decision')
    await granted(deciding(program.id, { outcome: 'defer' }))
    world.setTime('2026-11-24T15:00:00Z')
    await granted(deciding(program.id, { outcome: 'decline' }))
    const path = `/programs/${program.id}/decisions`
    const seen = await granted((await world.as('executive')).get<Decisions>(path))
    expect(seen.decisions.map((item) => item.outcome)).toEqual(['decline', 'defer'])
    expect(seen.can).toEqual(['decide'])
    expect(await program.host.get(path)).toMatchObject({ status: 403 })
  })
})
