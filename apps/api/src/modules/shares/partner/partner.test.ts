import { describe, expect, it } from 'vitest'
import type { Section, Share } from '@entente/shared/shares/contract'
import type { PartnerView } from '@entente/shared/shares/partner/contract'
import { granted } from '../../../../test/support/builders.ts'
import { start, useWorld } from '../../../../test/support/world.ts'

const world = useWorld()
type Program = { id: string }
const sharing = async (fields: object, program: Program) => {
  const coordinator = await world.as('coordinator')
  const body = { sections: ['overview'], expiresOn: '2027-06-30', ...fields }
  const share = await granted(coordinator.post<Share & { url: string | null }>(`/programs/${program.id}/shares`, body))
  return { program, coordinator, share }
}
const aLink = async (fields: object = {}, of?: Program) => {
  const made = await sharing({ kind: 'link', ...fields }, of ?? (await world.aVerifiedProgram('analysis')))
  const token = made.share.url?.split('/').at(-1) ?? ''
  const open = (headers: Record<string, string> = {}) => world.stranger().get<PartnerView>(`/shared/${token}`, headers)
  return { ...made, token, open }
}

describe('A share with an organization', () => {
  it('shows the sections it lists, and nothing of the others', async () => {
    for (const sections of [['overview'], ['milestones', 'results']] satisfies Section[][]) {
      const program = await world.aVerifiedProgram('analysis')
      const { id } = await world.aMember(program.id, 'host', `H${sections.length}`)
      await world.aShare(program.id, id, sections)
      const partner = await world.aPartner(id)
      const view = await granted(partner.get<PartnerView>(`/programs/${program.id}/partner-view`))
      expect(view.sections).toEqual(sections)
      const parts = ['overview', 'milestones', 'activities', 'documents', 'results', 'contributions'] as const
      expect(parts.filter((part) => view[part] !== undefined)).toEqual(sections)
    }
  })
})

describe('A link', () => {
  it('answers the same when it is unknown, expired or revoked', async () => {
    const [revoked, expired] = [await aLink(), await aLink({ expiresOn: '2026-11-30' })]
    expect([(await revoked.open()).status, (await expired.open()).status]).toEqual([200, 200])
    await granted(revoked.coordinator.delete(`/shares/${revoked.share.id}`, 1))
    world.setTime('2026-12-02T15:00:00Z')
    const answers = [await revoked.open(), await expired.open(), await world.stranger().get('/shared/unknown')]
    const bodies = answers.map(({ body }) => ({ ...(body as object), instance: null }))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    world.setTime(start.toISOString())
  })

  it('with a password opens with it only, and holds back who guesses (429)', async () => {
    const { open } = await aLink({ password: 'mot de passe é' })
    const given = (password: string) => open({ 'share-password': password })
    expect([(await open()).status, (await given('faux')).status, (await given('%E0')).status]).toEqual([401, 401, 401])
    expect((await given(encodeURIComponent('mot de passe é'))).status).toBe(200)
    for (let index = 0; index < 10; index += 1) expect((await given('faux')).status).toBe(401)
    expect(await given(encodeURIComponent('mot de passe é'))).toMatchObject({ status: 429 })
  })

  it('holds nobody else up for one who guesses, until a hundred guesses (429)', async () => {
    const { token } = await aLink({ password: 'le sésame du lien' })
    const given = async (password: string, remoteAddress: string) => {
      const url = `/api/v1/shared/${token}`
      const headers = { 'share-password': encodeURIComponent(password) }
      return (await world.app.inject({ method: 'GET', url, headers, remoteAddress })).statusCode
    }
    for (let index = 0; index < 10; index += 1) expect(await given('faux', '10.8.0.1')).toBe(401)
    expect([await given('le sésame du lien', '10.8.0.1'), await given('le sésame du lien', '10.8.0.2')]).toEqual([
      429, 200,
    ])
    const others = Array.from({ length: 90 }, (_, index) => `10.8.1.${Math.floor(index / 10)}`)
    for (const address of others) expect(await given('faux', address)).toBe(401)
    expect([await given('faux', '10.8.0.3'), await given('le sésame du lien', '10.8.0.2')]).toEqual([429, 429])
  }, 60_000)

  it('shows nobody’s contributions and only documents that were released to the public', async () => {
    const designed = await world.aProvenProgram('design')
    const { open, program, coordinator } = await aLink({ sections: ['documents', 'contributions'] }, designed)
    const host = await world.aMember(program.id, 'host', 'CENI-L')
    const sign = async (classification: string) => {
      const documentId = await world.aDocument(coordinator, { kind: 'agreement', classification })
      const body = { organizationId: host.id, kind: 'memorandum', title: 'P', documentId, signedOn: '2026-11-23' }
      const term = { startsOn: '2026-11-23', endsOn: '2027-11-22' }
      await granted(coordinator.post(`/programs/${program.id}/agreements`, { ...body, ...term }))
      return documentId
    }
    const [open_] = [await sign('public'), await sign('partner'), await sign('internal'), await sign('restricted')]
    expect((await open()).body.documents).toEqual([])
    await granted(coordinator.patch(`/documents/${open_}`, { audience: 'public' }, 2))
    const view = (await open()).body
    expect(view.contributions).toEqual([])
    expect(view.documents?.map(({ id }) => id)).toEqual([open_])
    const href = view.documents?.[0]?.href.replace('/api/v1', '') ?? ''
    expect((await world.stranger().get(href)).headers['content-disposition']).toMatch(/^attachment/)
  })
})
