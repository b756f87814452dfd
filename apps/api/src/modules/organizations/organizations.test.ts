import type { Organization } from '@entente/shared/organizations/contract'
import { describe, expect, it } from 'vitest'
import { granted } from '../../../test/support/builders.ts'
import type { Persona } from '../../../test/support/world.ts'
import { useWorld } from '../../../test/support/world.ts'

const world = useWorld()
type Page = { items: Organization[]; nextCursor: string | null }
const list = async (query: string) => granted((await world.as('analyst')).get<Page>(`/organizations?${query}`))
const acronyms = async (query: string) => (await list(query)).items.map(({ acronym }) => acronym)

describe('An organization of the register', () => {
  it('has a name in French at least, and no due diligence until somebody says so', async () => {
    const made = await granted(
      (await world.as('coordinator')).post<Organization>('/organizations', {
        name: { fr: 'Réseau des compétences électorales francophones', en: null },
        type: 'network',
      }),
    )
    expect(made).toMatchObject({ acronym: null, countryCode: null, dueDiligence: 'notStarted', version: 1 })
    const bare = await (
      await world.as('coordinator')
    ).post('/organizations', { name: { fr: ' ', en: 'X' }, type: 'emb' })
    expect(bare).toMatchObject({ status: 400, pointers: ['/name/fr'] })
  })

  it('is of a country that exists', async () => {
    const by = await world.as('coordinator')
    for (const countryCode of ['XX', 'mg', 'MDG', '']) {
      const reply = await by.post('/organizations', { name: { fr: 'X', en: null }, type: 'emb', countryCode })
      expect(reply).toMatchObject({ status: 400, pointers: ['/countryCode'] })
    }
  })

  it('is corrected field by field: what is not named stays, what is null is taken away', async () => {
    const { id } = await world.anOrganization('CENI-1', { countryCode: 'MG' })
    const by = await world.as('executive')
    const cleared = await granted(by.patch<Organization>(`/organizations/${id}`, { dueDiligence: 'cleared' }, 1))
    expect(cleared).toMatchObject({ acronym: 'CENI-1', countryCode: 'MG', dueDiligence: 'cleared', version: 2 })
    const bare = await granted(by.patch<Organization>(`/organizations/${id}`, { acronym: null }, 2))
    expect(bare).toMatchObject({ acronym: null, countryCode: 'MG', dueDiligence: 'cleared', version: 3 })
  })

  it('is offered for correction to those who may, and read by every colleague', async () => {
    const { id } = await world.anOrganization('CENI-2')
    const offered = async (persona: Persona) =>
      (await granted((await world.as(persona)).get<Organization>(`/organizations/${id}`))).can
    expect([await offered('coordinator'), await offered('executive'), await offered('admin')]).toEqual([
      ['edit'],
      ['edit'],
      ['edit'],
    ])
    expect([await offered('analyst'), await offered('manager'), await offered('auditor')]).toEqual([[], [], []])
  })
})

describe('The register', () => {
  it('finds by any part of acronym or name, in either language, with any accents', async () => {
    await world.anOrganization('UQAM-R', {
      name: { fr: 'Chaire sur les élections', en: 'Chair in Electoral Studies' },
      type: 'university',
    })
    for (const q of ['qam-r', 'ÉLECTIONS', 'elections chaire', 'electoral stud'])
      expect(await acronyms(`q=${encodeURIComponent(q)}`)).toContain('UQAM-R')
    expect(await acronyms('q=chair&type=university')).toEqual(['UQAM-R'])
    expect(await acronyms('q=chair&type=ngo')).toEqual([])
  })

  it('takes what is typed for what it is: no character stands for others', async () => {
    await world.anOrganization('CENT', { name: { fr: 'Fonds 100 % jeunes', en: null } })
    await world.anOrganization('TRAIT', { name: { fr: 'Projet A_B\\C', en: null } })
    expect(await acronyms(`q=${encodeURIComponent('%')}`)).toEqual(['CENT'])
    expect(await acronyms('q=_')).toEqual(['TRAIT'])
    expect(await acronyms(`q=${encodeURIComponent('B\\C')}`)).toEqual(['TRAIT'])
  })

  it('is read page by page, each organization once', async () => {
    await Promise.all(
      Array.from({ length: 7 }, (_, index) => world.anOrganization(`PAGE-${index}`, { type: 'parliament' })),
    )
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await list(`type=parliament&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      expect(page.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })
})
