import type { Terms } from '@entente/shared/safeguards/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { statusesOf } from '../../../test/support/client.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const text = { title: 'Mission d’appui', content: 'L’hôte décide ; nous appuyons.' }
type List = { items: Terms[]; can: string[] }

const proposedTo = async (acronym: string) => {
  const program = await world.aProvenProgram('design')
  const host = await world.aPartnerOf(program.id, 'host', acronym)
  const coordinator = await world.as('coordinator')
  const body = { ...text, organizationId: host.organizationId }
  const terms = await granted(coordinator.post<Terms>(`/programs/${program.id}/terms-of-reference`, body))
  return { program, host, coordinator, terms }
}

describe('Proposing terms of reference', () => {
  it('addresses a host of the program, and nobody else', async () => {
    const { terms, program, coordinator } = await proposedTo('CENI-A')
    expect(terms).toMatchObject({ state: 'proposed', agreed: null, can: ['recordAgreement'] })
    const funder = await world.aMember(program.id, 'funder', 'OIF-A')
    const body = { ...text, organizationId: funder.id }
    const reply = await coordinator.post(`/programs/${program.id}/terms-of-reference`, body)
    expect(reply).toMatchObject({ status: 400, pointers: ['/organizationId'] })
  })

  it('is a coordinator’s work', async () => {
    const { program, host } = await proposedTo('CENI-B')
    const body = { ...text, organizationId: host.organizationId }
    for (const by of [await world.as('analyst'), host]) {
      expect(await by.post(`/programs/${program.id}/terms-of-reference`, body)).toMatchObject({ status: 403 })
    }
  })
})

describe('The host’s agreement', () => {
  it('is given by an account of the host, today', async () => {
    const { terms, host } = await proposedTo('CENI-C')
    const agreed = await granted(host.post<Terms>(`/terms-of-reference/${terms.id}/agreement`))
    expect(agreed).toMatchObject({ state: 'agreed', agreed: { by: { id: host.id }, on: '2026-11-23' }, can: [] })
  })

  it('is recorded by a coordinator only with its document and its day', async () => {
    const { terms, coordinator } = await proposedTo('CENI-D')
    const path = `/terms-of-reference/${terms.id}/agreement`
    expect(await coordinator.post(path)).toMatchObject({ status: 400, pointers: ['/documentId', '/agreedOn'] })
    const documentId = await world.aDocument(coordinator, { kind: 'termsOfReference' })
    for (const agreedOn of ['2026-11-24', '2026-11-22']) {
      expect(await coordinator.post(path, { documentId, agreedOn })).toMatchObject({
        status: 400,
        pointers: ['/agreedOn'],
      })
    }
    const agreed = await coordinator.post<Terms>(path, { documentId, agreedOn: '2026-11-23' })
    expect(agreed).toMatchObject({ status: 200, body: { state: 'agreed', documentId } })
  })

  it('is given once', async () => {
    const { terms, host } = await proposedTo('CENI-E')
    const path = `/terms-of-reference/${terms.id}/agreement`
    expect(statusesOf(await Promise.all([host.post(path), host.post(path)]))).toEqual([200, 409])
  })

  it('is never given by another organization, which does not even find the text', async () => {
    const { terms, program } = await proposedTo('CENI-F')
    const funder = await world.aPartnerOf(program.id, 'funder', 'OIF-F')
    const reply = await funder.post(`/terms-of-reference/${terms.id}/agreement`)
    expect(reply).toMatchObject({ status: 404, problem: 'not-found' })
  })

  it('is refused when the text has moved on since it was opened', async () => {
    const { terms, host } = await proposedTo('CENI-G')
    const path = `/terms-of-reference/${terms.id}/agreement`
    expect(await host.post(path, {}, { 'if-match': '"7"' })).toMatchObject({
      status: 412,
      body: { current: { id: terms.id, version: 1, can: ['agree'] } },
    })
  })
})

describe('What is listed', () => {
  it('is everything to colleagues, and to a partner the texts proposed to it', async () => {
    const { terms, program, host } = await proposedTo('CENI-H')
    const funder = await world.aPartnerOf(program.id, 'funder', 'OIF-H')
    const path = `/programs/${program.id}/terms-of-reference`
    const seen = await granted(host.get<List>(path))
    expect(seen.items.map((item) => [item.id, item.can])).toEqual([[terms.id, ['agree']]])
    expect((await funder.get<List>(path)).body).toEqual({ items: [], can: [], cannot: {} })
    expect((await (await world.as('manager')).get<List>(path)).body.items).toHaveLength(1)
  })
})
