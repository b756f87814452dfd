import { proofs } from '@entente/shared/documents/rules'
import type { Request } from '@entente/shared/requests/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { aPdf, statusesOf } from '../../../test/support/client.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const paper = (kind: string) => world.aDocument(undefined, { kind })
/** Two files of the same bytes, each stored under its own id. */
const copies = async (kind: string) => {
  const coordinator = await world.as('coordinator')
  const bytes = aPdf()
  const store = async () => (await granted(coordinator.upload({ kind }, bytes))).id
  return [await store(), await store()] as const
}
const register = async (letterDocumentId: string) =>
  (await world.as('coordinator')).post<Request>('/requests', {
    title: { fr: 'Appui au dépouillement', en: null },
    countryCode: 'MG',
    kind: 'program',
    requestingAuthority: { name: 'CENI', type: 'emb' },
    channel: 'dge',
    signedOn: '2026-10-02',
    receivedOn: '2026-10-09',
    object: 'Un appui à la formation des équipes de dépouillement.',
    electoralEvent: { type: 'presidential', date: '2028-06-15' },
    letterDocumentId,
  })

describe('One document', () => {
  const refused = { status: 400, pointers: ['/letterDocumentId'] }

  it('proves one request: the same letter, stored again, opens no second program', async () => {
    const [first, again] = await copies('letter')
    const { program } = await granted(register(first))
    const second = await register(again)
    expect(second).toMatchObject(refused)
    expect(JSON.stringify(second.body)).toContain(program.reference)
    expect((await register(await paper('letter'))).status).toBe(201)
  })

  it('proves one of two requests registered at the same moment', async () => {
    const letters = await copies('letter')
    expect(statusesOf(await Promise.all(letters.map(register)))).toEqual([201, 400])
  })

  it('becomes the letter of another request by no correction, and stays its own', async () => {
    const [first, again] = await copies('letter')
    const own = await granted(register(first))
    const other = await granted(register(await paper('letter')))
    const coordinator = await world.as('coordinator')
    const correct = ({ id, version }: Request, letterDocumentId: string) =>
      coordinator.patch<Request>(`/requests/${id}`, { letterDocumentId }, version)
    expect(await correct(other, again)).toMatchObject(refused)
    expect((await correct(own, again)).status).toBe(200)
  })

  it('proves one contribution, whatever the program', async () => {
    const program = await world.aVerifiedProgram('design')
    const { id: organizationId } = await world.aMember(program.id, 'funder', 'PREUVE')
    const coordinator = await world.as('coordinator')
    const report = (documentId: string) =>
      coordinator.post(`/programs/${program.id}/contributions`, {
        organizationId,
        documentId,
        description: 'Salles',
        amount: { amount: '100.00', currency: 'CAD' },
        state: 'signed',
      })
    const [first, again] = await copies('agreement')
    await granted(report(first))
    expect(await report(again)).toMatchObject({ status: 400, pointers: ['/documentId'] })
    await granted(report(await paper('agreement')))
  })
})

describe('A kind of document', () => {
  it('that does not fit proves nothing: a receipt is no letter and no opinion', async () => {
    const program = await world.aVerifiedProgram('design')
    const at = `/programs/${program.id}`
    const { id: organizationId } = await world.aMember(program.id, 'host', 'GENRES')
    const coordinator = await world.as('coordinator')
    const made = async (path: string, body: object) => (await granted(coordinator.post<{ id: string }>(path, body))).id
    const terms = await made(`${at}/terms-of-reference`, { organizationId, title: 'Mandat', content: 'L’hôte décide.' })
    const asked = await made(`${at}/consultations`, { organizationId, question: 'Quel est votre avis ?' })
    const term = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn: '2027-11-22' }
    const why = 'Le calendrier ne convient pas à nos équipes.'
    const places: [path: string, body: object][] = [
      [`/terms-of-reference/${terms}/agreement`, { agreedOn: '2026-11-23' }],
      [`/consultations/${asked}/opinion`, { stance: 'favourable', opinion: why }],
      [`${at}/objections`, { organizationId, content: why }],
      [`${at}/agreements`, { organizationId, kind: 'memorandum', title: 'Protocole', ...term }],
    ]
    for (const [path, body] of places) {
      const reply = await coordinator.post(path, { ...body, documentId: await paper('receipt') })
      expect({ path, ...reply }).toMatchObject({ path, status: 400, pointers: ['/documentId'] })
    }
    expect(await register(await paper('receipt'))).toMatchObject({ status: 400, pointers: ['/letterDocumentId'] })
  })

  it('is said for every place that asks a proof, with what to attach', () => {
    for (const { kinds, asks } of Object.values(proofs)) {
      expect(kinds.length).toBeGreaterThan(0)
      expect(asks.fr && asks.en).toBeTruthy()
    }
  })
})
