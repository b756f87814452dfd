import type { Agreement, Contribution } from '@entente/shared/partnerships/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
const cad = (amount: string) => ({ amount, currency: 'CAD' })

type Partnerships = {
  organizations: { organization: { id: string; name: string }; role: string }[]
  agreements: Agreement[]
  contributions: Contribution[]
  can: string[]
}

describe('Joining a program', () => {
  it('gives an organization a role, once', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id: organizationId } = await world.aMember(program.id, 'host', 'CENI-A')
    const coordinator = await world.as('coordinator')
    const again = await coordinator.post(`/programs/${program.id}/organizations`, { organizationId, role: 'host' })
    expect(again).toMatchObject({ status: 409, problem: 'wrong-state' })
    const other = await coordinator.post(`/programs/${program.id}/organizations`, { organizationId, role: 'network' })
    expect(other.status).toBe(201)
  })

  it('takes an organization of the register, and a program that goes on', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const coordinator = await world.as('coordinator')
    const unknown = { organizationId: program.id, role: 'host' }
    const reply = await coordinator.post(`/programs/${program.id}/organizations`, unknown)
    expect(reply).toMatchObject({ status: 400, pointers: ['/organizationId'] })
    await world.inStage(program.id, 'cancelled')
    const { id: organizationId } = await world.anOrganization('CENI-B')
    const late = await coordinator.post(`/programs/${program.id}/organizations`, { organizationId, role: 'host' })
    expect(late).toMatchObject({ status: 409, problem: 'wrong-state' })
  })

  it('is written by coordinators only', async () => {
    const program = await world.aVerifiedProgram('analysis')
    const { id: organizationId } = await world.anOrganization('CENI-C')
    const reply = await (
      await world.as('executive')
    ).post(`/programs/${program.id}/organizations`, { organizationId, role: 'host' })
    expect(reply).toMatchObject({ status: 403, problem: 'closed-to-role' })
  })
})

describe('An agreement', () => {
  const signing = async (programId: string, organizationId: string, fields: object = {}) =>
    (await world.as('coordinator')).post<Agreement>(`/programs/${programId}/agreements`, {
      organizationId,
      kind: 'memorandum',
      title: 'Protocole',
      signedOn: '2026-11-23',
      startsOn: '2026-11-23',
      endsOn: '2027-11-22',
      documentId: await world.aDocument(undefined, { kind: 'agreement' }),
      ...fields,
    })

  it('is in force from its first day to its last', async () => {
    const program = await world.aProvenProgram('design')
    const { id } = await world.aMember(program.id, 'funder', 'OIF-A')
    expect((await signing(program.id, id)).body.inForce).toBe(true)
    expect((await signing(program.id, id, { startsOn: '2026-11-24' })).body.inForce).toBe(false)
    expect((await signing(program.id, id, { startsOn: '2026-01-01', endsOn: '2026-11-22' })).body.inForce).toBe(false)
  })

  it('is signed already, with a participant, on a document of no other program', async () => {
    const program = await world.aProvenProgram('design')
    const { id } = await world.aMember(program.id, 'funder', 'OIF-B')
    const stranger = await world.anOrganization('PNUD-B')
    const elsewhere = await world.aProvenProgram('design')
    const { id: other } = await world.aMember(elsewhere.id, 'funder', 'OEA-B')
    const filed = (await granted(signing(elsewhere.id, other))).documentId
    expect((await signing(program.id, id, { signedOn: '2026-11-24' })).pointers).toEqual(['/signedOn'])
    expect((await signing(program.id, stranger.id)).pointers).toEqual(['/organizationId'])
    expect((await signing(program.id, id, { documentId: filed })).pointers).toEqual(['/documentId'])
    expect((await signing(program.id, id, { endsOn: '2026-11-22' })).pointers).toEqual(['/endsOn'])
  })
})

describe('A contribution', () => {
  it('is reported by a partner for its own organization, whatever it leaves out', async () => {
    const program = await world.aProvenProgram('design')
    const partner = await world.aPartnerOf(program.id, 'funder', 'OIF-C')
    const body = { description: 'Deux experts', inKind: true, amount: cad('12000.5') }
    const given = await granted(partner.post<Contribution>(`/programs/${program.id}/contributions`, body))
    expect(given).toMatchObject({
      organization: { id: partner.organizationId, name: 'OIF-C' },
      state: 'promised',
      amount: cad('12000.50'),
    })
  })

  it('is never reported for another organization', async () => {
    const program = await world.aProvenProgram('design')
    const partner = await world.aPartnerOf(program.id, 'funder', 'OIF-D')
    const { id: organizationId } = await world.aMember(program.id, 'host', 'CENI-D')
    const body = { organizationId, description: 'Salle', amount: cad('1.00') }
    const reply = await partner.post(`/programs/${program.id}/contributions`, body)
    expect(reply).toMatchObject({ status: 400, pointers: ['/organizationId'] })
  })

  it('names one of the program’s organizations when a coordinator reports it', async () => {
    const program = await world.aProvenProgram('design')
    const { id: organizationId } = await world.aMember(program.id, 'host', 'CENI-E')
    const coordinator = await world.as('coordinator')
    const report = (fields: object) =>
      coordinator.post(`/programs/${program.id}/contributions`, {
        description: 'Salle',
        amount: { amount: '650000', currency: 'XOF' },
        ...fields,
      })
    expect(await report({})).toMatchObject({ status: 400, pointers: ['/organizationId'] })
    expect(await report({ organizationId: program.id })).toMatchObject({ status: 400, pointers: ['/organizationId'] })
    expect(await report({ organizationId })).toMatchObject({
      status: 201,
      body: { amount: { amount: '650000', currency: 'XOF' } },
    })
  })

  it('counts as signed or received with its proof only', async () => {
    const program = await world.aProvenProgram('design')
    const partner = await world.aPartnerOf(program.id, 'funder', 'OIF-F')
    const body = { description: 'Don', amount: cad('100.00'), state: 'received' }
    const bare = await partner.post(`/programs/${program.id}/contributions`, body)
    expect(bare).toMatchObject({ status: 400, pointers: ['/documentId'] })
    const documentId = await world.aDocument(partner, { kind: 'receipt', classification: 'partner' })
    const proven = await partner.post(`/programs/${program.id}/contributions`, { ...body, documentId })
    expect(proven).toMatchObject({ status: 201, body: { state: 'received', documentId } })
  })
})

describe('What partners see of a partnership', () => {
  it('is their own organization, and of others nothing', async () => {
    const program = await world.aProvenProgram('design')
    const partner = await world.aPartnerOf(program.id, 'funder', 'OIF-G')
    const other = await world.aPartnerOf(program.id, 'host', 'CENI-G')
    const body = { description: 'SECRET-GIFT', amount: cad('100.00') }
    await granted(other.post(`/programs/${program.id}/contributions`, body))
    const seen = await granted(partner.get<Partnerships>(`/programs/${program.id}/partnerships`))
    expect(seen.organizations.map((item) => item.organization.id)).toEqual([partner.organizationId])
    expect(JSON.stringify(seen)).not.toContain('SECRET-GIFT')
    expect(seen.can).toEqual(['reportContribution'])
    const all = await granted((await world.as('auditor')).get<Partnerships>(`/programs/${program.id}/partnerships`))
    expect(all.organizations.length).toBeGreaterThan(1)
    expect(all.can).toEqual([])
  })

  it('begins with a share: before it, the program is not found', async () => {
    const program = await world.aProvenProgram('design')
    const { id } = await world.aMember(program.id, 'host', 'CENI-H')
    const partner = await world.aPartner(id)
    expect(await partner.get(`/programs/${program.id}/partnerships`)).toMatchObject({ status: 404 })
  })
})
