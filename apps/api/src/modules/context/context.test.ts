import type { ContextEvent } from '@entente/shared/context/contract'
import type { Program } from '@entente/shared/programs/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { start, useWorld } from '../../../test/support/world.ts'

const world = useWorld()
afterEach(() => world.setTime(start.toISOString()))

const happened = { source: 'Note de l’ambassade', happenedOn: '2026-11-20', note: 'Confirmé par deux sources.' }
const raise = async (id: string, kind: string, fields: object = {}) =>
  (await world.as('analyst')).post<ContextEvent>(`/programs/${id}/context-events`, { kind, ...happened, ...fields })
const broken = async (id: string) => {
  const { toPutRight } = await granted((await world.as('auditor')).get<Program>(`/programs/${id}`))
  return toPutRight.map(({ gateId }) => gateId)
}

describe('A change of the context', () => {
  it('of the authority holds up every new commitment until a new letter is verified', async () => {
    const { id, requestId } = await world.aProvenProgram('design')
    await granted(raise(id, 'authorityChanged'))
    expect(await broken(id)).toEqual(['P1-G6'])
    const coordinator = await world.as('coordinator')
    const share = { kind: 'link', sections: ['overview'], expiresOn: '2027-06-30' }
    expect(await coordinator.post(`/programs/${id}/shares`, share)).toMatchObject({ problem: 'gate-failed' })
    const { version } = await granted(coordinator.get(`/requests/${requestId}`))
    const letterDocumentId = await world.aDocument(undefined, { kind: 'letter' })
    await granted(coordinator.patch(`/requests/${requestId}`, { letterDocumentId }, version))
    const verification = { method: 'callback', note: 'Confirmée par la nouvelle autorité.' }
    await granted((await world.as('analyst2')).post(`/requests/${requestId}/verification`, verification))
    expect(await broken(id)).toEqual([])
    await granted(coordinator.post(`/programs/${id}/shares`, share))
  })

  it('by force or by another poll asks a new analysis', async () => {
    for (const kind of ['emergency', 'pollMoved']) {
      const { id } = await world.aProvenProgram('design')
      await granted(raise(id, kind))
      expect(await broken(id)).toEqual(['P2-G7'])
      world.setTime('2026-11-25T15:00:00Z')
      await world.anApprovedAnalysis(id)
      expect(await broken(id)).toEqual([])
      world.setTime(start.toISOString())
    }
  })

  it('is dealt with by an executive who did not record it, once', async () => {
    const { id } = await world.aProvenProgram('analysis')
    const event = await granted(raise(id, 'partnerWithdrew'))
    const clear = async (by: 'coordinator' | 'executive') =>
      (await world.as(by)).post<ContextEvent>(`/context-events/${event.id}/clearing`, {
        reason: 'Le plan est revu, l’hôte en est informé.',
      })
    expect(await clear('coordinator')).toMatchObject({ status: 403 })
    expect(await clear('executive')).toMatchObject({ status: 200, body: { clearing: { by: {} } } })
    expect(await clear('executive')).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('has happened already, and is no partner’s to read', async () => {
    const { id, host } = await world.aProvenProgram('analysis')
    expect(await raise(id, 'emergency', { happenedOn: '2026-11-24' })).toMatchObject({
      status: 400,
      pointers: ['/happenedOn'],
    })
    expect((await host.get(`/programs/${id}/context-events`)).status).toBe(403)
  })
})

describe('An agreement that ended', () => {
  it('commits nothing more: no approval, until another is in force', async () => {
    const { id, host } = await world.aProvenProgram('allocation')
    const coordinator = await world.as('coordinator')
    const sign = async (endsOn: string) => {
      const documentId = await world.aDocument(undefined, { kind: 'agreement' })
      const term = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn, documentId }
      const body = { organizationId: host.organizationId, kind: 'memorandum', title: 'Protocole', ...term }
      return coordinator.post(`/programs/${id}/agreements`, body)
    }
    await granted(sign('2026-11-30'))
    world.setTime('2026-12-01T15:00:00Z')
    expect(await broken(id)).toEqual(['P6-G5'])
    await granted(sign('2027-11-22'))
    expect(await broken(id)).toEqual([])
  })
})
