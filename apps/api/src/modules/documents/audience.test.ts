import { describe, expect, it } from 'vitest'
import type { Document } from '@entente/shared/documents/contract'
import type { Share } from '@entente/shared/shares/contract'
import type { PartnerView } from '@entente/shared/shares/partner/contract'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const term = { signedOn: '2026-11-23', startsOn: '2026-11-23', endsOn: '2027-11-22' }
const amount = { amount: '100.00', currency: 'CAD' }
let turn = 0

/** A program with its host and its funder, who both see its documents, and a link that shows them too. */
const aSharedProgram = async () => {
  const program = await world.aProvenProgram('design')
  const path = `/programs/${program.id}`
  const coordinator = await world.as('coordinator')
  turn += 1
  const [host, funder] = [
    await world.aMember(program.id, 'host', `CENI-${turn}`),
    await world.aMember(program.id, 'funder', `OIF-${turn}`),
  ]
  for (const { id } of [host, funder]) await world.aShare(program.id, id, ['documents', 'contributions'])
  const [hosts, funders] = [await world.aPartner(host.id), await world.aPartner(funder.id)]
  const link = { kind: 'link', sections: ['documents'], expiresOn: '2027-06-30' }
  const { url } = await granted(coordinator.post<Share & { url: string }>(`${path}/shares`, link))
  const view = (by: { get: typeof coordinator.get }, at: string) => granted(by.get<PartnerView>(at))
  /** Who finds this file: in the view of the program, and by its own address. */
  const readers = async (id: string) => {
    const views = [
      await view(hosts, `${path}/partner-view`),
      await view(funders, `${path}/partner-view`),
      await view(world.stranger(), `/shared/${url.split('/').at(-1)}`),
    ]
    const listed = views.map(({ documents }) => documents?.some((file) => file.id === id))
    const opened = await Promise.all(
      [hosts, funders].map(async (by) => (await by.get(`/documents/${id}`)).status === 200),
    )
    expect(opened).toEqual(listed.slice(0, 2))
    return { host: listed[0], funder: listed[1], link: listed[2] }
  }
  return { path, coordinator, host, funder, hosts, funders, readers }
}

describe('The proof of an act', () => {
  it('opens to its own organization, and to no other partner or link', async () => {
    const { path, coordinator, host, funder, readers } = await aSharedProgram()
    for (const classification of ['partner', 'public']) {
      const agreement = await world.aDocument(coordinator, { kind: 'agreement', classification })
      const signed = { organizationId: host.id, kind: 'memorandum', title: 'Protocole', documentId: agreement, ...term }
      await granted(coordinator.post(`${path}/agreements`, signed))
      expect(await readers(agreement)).toEqual({ host: true, funder: false, link: false })
      const receipt = await world.aDocument(coordinator, { kind: 'receipt', classification, audience: 'partners' })
      const given = { organizationId: funder.id, description: 'Don', amount, state: 'received', documentId: receipt }
      await granted(coordinator.post(`${path}/contributions`, given))
      expect(await readers(receipt)).toEqual({ host: false, funder: true, link: false })
    }
  })

  it('stays with the institution where it is handled as internal', async () => {
    const { path, coordinator, host, readers } = await aSharedProgram()
    const documentId = await world.aDocument(coordinator, { kind: 'agreement' })
    const signed = { organizationId: host.id, kind: 'memorandum', title: 'Protocole', documentId, ...term }
    await granted(coordinator.post(`${path}/agreements`, signed))
    expect(await readers(documentId)).toEqual({ host: false, funder: false, link: false })
  })

  it('is its own organization’s: no other’s proof or file, nor one of ours', async () => {
    const { path, coordinator, host, funder, hosts, funders } = await aSharedProgram()
    const agreement = await world.aDocument(coordinator, { kind: 'agreement', classification: 'partner' })
    const signed = { organizationId: host.id, kind: 'memorandum', title: 'Protocole', documentId: agreement, ...term }
    await granted(coordinator.post(`${path}/agreements`, signed))
    const theirs = await world.aDocument(hosts, { kind: 'receipt', classification: 'partner' })
    const ours = await world.aDocument(coordinator, {
      kind: 'minutes',
      classification: 'partner',
      audience: 'partners',
    })
    await granted(coordinator.post(`${path}/activities`, { title: 'x', type: 'other', documentIds: [ours] }))
    const given = { description: 'Don', amount, state: 'received' }
    const refused = { status: 400, pointers: ['/documentId'] }
    for (const documentId of [agreement, theirs]) {
      const recorded = { ...given, organizationId: funder.id, documentId }
      expect(await coordinator.post(`${path}/contributions`, recorded)).toMatchObject(refused)
    }
    expect(await funders.post(`${path}/contributions`, { ...given, documentId: ours })).toMatchObject(refused)
    const own = await world.aDocument(funders, { kind: 'receipt', classification: 'partner' })
    expect(await funders.post(`${path}/contributions`, { ...given, documentId: own })).toMatchObject({ status: 201 })
  })
})

describe('What a partner files', () => {
  it('is for its organization, and to be released by the institution alone', async () => {
    const { path, coordinator, host, funder, funders, hosts, readers } = await aSharedProgram()
    for (const audience of ['internal', 'partners', 'public']) {
      const wider = await funders.upload({ classification: 'public', audience })
      expect(wider).toMatchObject({ status: 400, pointers: ['/audience'] })
    }
    const named = await funders.upload({ audience: 'organizations', organizationIds: host.id })
    expect(named).toMatchObject({ status: 400, pointers: ['/audience'] })
    const filed = await granted(funders.upload({ kind: 'receipt', classification: 'public' }))
    expect(filed).toMatchObject({ audience: 'organizations', organizationIds: [funder.id], can: [] })
    const given = { description: 'Don', amount, state: 'received', documentId: filed.id }
    await granted(funders.post(`${path}/contributions`, given))
    expect(await readers(filed.id)).toEqual({ host: false, funder: true, link: false })
    expect(await hosts.patch(`/documents/${filed.id}`, { audience: 'public' }, 2)).toMatchObject({ status: 403 })
    const { version } = await granted(coordinator.get<Document>(`/documents/${filed.id}`))
    await granted(coordinator.patch(`/documents/${filed.id}`, { audience: 'public' }, version))
    expect(await readers(filed.id)).toEqual({ host: true, funder: true, link: true })
  })
})

describe('The readers of a file', () => {
  it('are changed by the institution, and the change holds on the next call', async () => {
    const { path, coordinator, funder, readers } = await aSharedProgram()
    const documentId = await world.aDocument(coordinator, { classification: 'public' })
    await granted(coordinator.post(`${path}/activities`, { title: 'x', type: 'other', documentIds: [documentId] }))
    const nobody = { host: false, funder: false, link: false }
    expect(await readers(documentId)).toEqual(nobody)
    const steps = [
      [
        { audience: 'organizations', organizationIds: [funder.id] },
        { ...nobody, funder: true },
      ],
      [{ audience: 'partners' }, { host: true, funder: true, link: false }],
      [{ audience: 'public' }, { host: true, funder: true, link: true }],
      [{ audience: 'internal' }, nobody],
    ] as const
    for (const [place, [body, expected]] of steps.entries()) {
      await granted(coordinator.patch(`/documents/${documentId}`, body, place + 1))
      expect(await readers(documentId)).toEqual(expected)
    }
  })

  it('are named where they are organizations, each of the register, and nowhere else', async () => {
    const { coordinator, funder } = await aSharedProgram()
    const documentId = await world.aDocument(coordinator, { classification: 'public' })
    const missing = '019aabbb-0000-7000-8000-000000000000'
    for (const [body, pointer] of [
      [{ audience: 'organizations' }, '/organizationIds'],
      [{ audience: 'partners', organizationIds: [funder.id] }, '/organizationIds'],
      [{ audience: 'organizations', organizationIds: [funder.id, missing] }, '/organizationIds/1'],
    ] as const)
      expect(await coordinator.patch(`/documents/${documentId}`, body, 1)).toMatchObject({
        status: 400,
        pointers: [pointer],
      })
  })

  it('go no further than its classification admits', async () => {
    const { coordinator } = await aSharedProgram()
    for (const [classification, audience] of [
      ['internal', 'partners'],
      ['restricted', 'public'],
      ['partner', 'public'],
    ] as const) {
      const documentId = await world.aDocument(coordinator, { classification })
      const refusal = await coordinator.patch(`/documents/${documentId}`, { audience }, 1)
      expect(refusal).toMatchObject({ status: 400, pointers: ['/audience'] })
    }
  })
})
