import type { Request } from '@entente/shared/requests/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const verification = { method: 'callback', note: 'Confirmé au numéro connu.' }
type Gates = { passable: boolean; gates: { id: string; state: string }[] }

describe('Registering a request', () => {
  it('gives numbers without gaps and a reference, also to twelve at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => world.aRequest()))
    const numbers = made.map(({ number }) => number).toSorted((left, right) => left - right)
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
    expect(new Set(made.map(({ program }) => program.reference)).size).toBe(12)
    for (const { program } of made) expect(program).toMatchObject({ stage: 'received', version: 1 })
  })

  it('counts the lead time from the day of reception', async () => {
    const request = await world.aRequest({
      receivedOn: '2026-10-09',
      lateReason: 'La lettre a attendu au secrétariat.',
      electoralEvent: { type: 'legislative', date: '2027-01-07' },
    })
    expect(request).toMatchObject({ state: 'toVerify', leadTimeDays: 90 })
  })

  it('asks for the country together with whatever else is missing', async () => {
    const body = { kind: 'program', title: { fr: '', en: null }, object: 'Un appui', channel: 'dge' }
    const { status, pointers } = await (await world.as('coordinator')).post('/requests', body)
    expect(status).toBe(400)
    expect(pointers).toEqual(expect.arrayContaining(['/title/fr', '/signedOn', '/countryCode']))
  })

  it('takes a letter of no other dossier', async () => {
    const { requestId } = await world.aVerifiedProgram()
    const { letterDocumentId } = (await (await world.as('analyst')).get<Request>(`/requests/${requestId}`)).body
    const refusal = world.aRequest({ letterDocumentId })
    await expect(refusal).rejects.toThrow(/letterDocumentId/)
  })
})

describe('The order of days', () => {
  const registering = async (fields: object) =>
    (await world.as('coordinator')).post<Request>('/requests', {
      title: { fr: 'Appui', en: null },
      countryCode: 'MG',
      kind: 'program',
      requestingAuthority: { name: 'CENI', type: 'emb' },
      channel: 'dge',
      signedOn: '2026-11-02',
      receivedOn: '2026-11-09',
      object: 'Un appui.',
      ...fields,
    })
  const refused = (pointer: string) => ({ status: 400, pointers: [pointer] })
  const poll = (date: string) => ({ electoralEvent: { type: 'legislative', date } })
  const lateReason = 'La lettre a attendu au secrétariat.'

  it('is signed, received, registered, and then the poll', async () => {
    expect(await registering({ receivedOn: '2026-11-24' })).toMatchObject(refused('/receivedOn'))
    expect(await registering({ signedOn: '2026-11-10' })).toMatchObject(refused('/signedOn'))
    expect(await registering(poll('2026-11-08'))).toMatchObject(refused('/electoralEvent/date'))
    const { id, version } = await granted(registering(poll('2027-11-08')))
    const coordinator = await world.as('coordinator')
    world.setTime('2026-12-15T15:00:00Z')
    const correct = (fields: object) => coordinator.patch(`/requests/${id}`, fields, version)
    expect(await correct({ receivedOn: '2026-11-24' })).toMatchObject(refused('/receivedOn'))
    expect(await correct(poll('2026-11-01'))).toMatchObject(refused('/electoralEvent/date'))
    expect(await correct({ receivedOn: '2026-11-20' })).toMatchObject({ status: 200, body: { late: false } })
    world.setTime('2026-11-23T15:00:00Z')
  })

  it('says that it comes late after thirty days, and why after a year', async () => {
    const late = { signedOn: '2026-10-01', receivedOn: '2026-10-23' }
    expect(await granted(registering(late))).toMatchObject({ late: true, lateReason: null })
    const old = { signedOn: '2025-10-01', receivedOn: '2025-11-21' }
    expect(await registering(old)).toMatchObject(refused('/lateReason'))
    expect(await registering({ ...old, lateReason: '.' })).toMatchObject(refused('/lateReason'))
    expect(await granted(registering({ ...old, lateReason }))).toMatchObject({ late: true, lateReason })
    expect(await granted(registering({ ...late, receivedOn: '2026-10-24' }))).toMatchObject({ late: false })
  })

  it('has the reason of a late one confirmed by whoever verifies', async () => {
    const { id } = await granted(registering({ signedOn: '2026-09-01', receivedOn: '2026-09-02', lateReason }))
    const second = await world.as('analyst2')
    const verify = (fields: object) => second.post(`/requests/${id}/verification`, { ...verification, ...fields })
    expect(await verify({ confirmsDelay: false })).toMatchObject(refused('/confirmsDelay'))
    expect(await verify({})).toMatchObject({ status: 200, body: { state: 'valid' } })
    const old = await granted(registering({ signedOn: '2025-10-01', receivedOn: '2025-11-21', lateReason }))
    const verifyOld = (fields: object) =>
      second.post(`/requests/${old.id}/verification`, { ...verification, ...fields })
    expect(await verifyOld({})).toMatchObject(refused('/confirmsDelay'))
    expect(await verifyOld({ confirmsDelay: true })).toMatchObject({ status: 200, body: { state: 'valid' } })
  })

  it('weighs a poll that is named after the lead time was asked', async () => {
    const { id, requestId } = await world.aProvenProgram('analysis', { electoralEvent: null })
    const coordinator = await world.as('coordinator')
    const broken = async () =>
      (await granted(coordinator.get<{ toPutRight: { gateId: string }[] }>(`/programs/${id}`))).toPutRight.map(
        ({ gateId }) => gateId,
      )
    expect(await broken()).toEqual([])
    const { version } = await granted(coordinator.get(`/requests/${requestId}`))
    await granted(coordinator.patch(`/requests/${requestId}`, poll('2027-01-15'), version))
    expect(await broken()).toContain('P1-G4')
  })
})

describe('An invitation', () => {
  it('takes the short path on the invitation that whoever verifies it has filed', async () => {
    const { id } = await world.aRequest({ kind: 'invitation' })
    const second = await world.as('analyst2')
    const verify = (fields: object) =>
      second.post<Request>(`/requests/${id}/verification`, { ...verification, ...fields })
    expect(await verify({})).toMatchObject({ status: 400, pointers: ['/invitationDocumentId'] })
    const invitationDocumentId = await world.aDocument(second, { kind: 'letter' })
    expect(await granted(verify({ invitationDocumentId }))).toMatchObject({ verification: { invitationDocumentId } })
    const letterDocumentId = await world.aDocument(undefined, { kind: 'letter' })
    const other = await world.aRequest({ kind: 'invitation', letterDocumentId })
    const verified = await granted(second.post<Request>(`/requests/${other.id}/verification`, verification))
    expect(verified.verification?.invitationDocumentId).toBe(letterDocumentId)
  })
})

describe('The verification', () => {
  it('is never done by the person who registered it', async () => {
    const { id } = await world.aRequest()
    const registrar = await world.as('coordinator')
    expect(await registrar.post(`/requests/${id}/verification`, verification)).toMatchObject({
      status: 409,
      problem: 'separation-of-duties',
    })
    const other = await granted(
      (await world.as('coordinator2')).post<Request>(`/requests/${id}/verification`, verification),
    )
    expect(other).toMatchObject({ state: 'valid', verification: { method: 'callback' } })
  })

  it('is never done by someone who corrected it', async () => {
    const { id } = await world.aRequest()
    const corrector = await world.as('coordinator2')
    expect(await granted(corrector.get(`/requests/${id}`))).toMatchObject({ tookPart: false, can: ['edit', 'verify'] })
    await granted(corrector.patch(`/requests/${id}`, { object: 'Corrigé' }, 1))
    expect(await granted(corrector.get(`/requests/${id}`))).toMatchObject({ tookPart: true, can: ['edit'] })
    expect(await corrector.post(`/requests/${id}/verification`, verification)).toMatchObject({
      status: 409,
      problem: 'separation-of-duties',
    })
  })

  it('is lost when the request is corrected: the gate shuts again', async () => {
    const { id, requestId } = await world.aVerifiedProgram()
    const coordinator = await world.as('coordinator')
    const standing = async () => (await coordinator.get<Gates>(`/programs/${id}/gates?to=admissibility`)).body.passable
    expect(await standing()).toBe(true)
    const { version } = (await coordinator.get<Request>(`/requests/${requestId}`)).body
    await granted(coordinator.patch(`/requests/${requestId}`, { object: 'Tout autre chose' }, version))
    expect(await standing()).toBe(false)
  })
})
