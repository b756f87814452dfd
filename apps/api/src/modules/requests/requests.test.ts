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
