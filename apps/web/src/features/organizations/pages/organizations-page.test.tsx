import { organizations } from '@entente/shared/organizations/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'
import { signInWithout } from '../../../../test/session.ts'

describe('The register of organizations', () => {
  it('names each organization, its country and its due diligence', async () => {
    answer(organizations.list, {
      items: [
        { acronym: 'CENA', countryCode: 'SN', dueDiligence: 'cleared' },
        { acronym: 'OIF', countryCode: null },
      ],
    })
    await renderPage('/organizations', 'Partenaires')
    expect(screen.getByRole('row', { name: /^CENA/ }).textContent).toContain('Sénégal')
    expect(screen.getByRole('rowheader', { name: /^OIF/ })).toBeDefined()
  })

  it('finds one by a part of its name', async () => {
    answer(organizations.list, { items: [{ acronym: 'CENA' }, { acronym: 'OIF' }] })
    await renderPage('/organizations?q=cen', 'Partenaires')
    expect(screen.getByRole('rowheader', { name: /^CENA/ })).toBeDefined()
    expect(screen.queryByRole('rowheader', { name: /^OIF/ })).toBeNull()
  })

  it('lets change one only where one may, and adds none behind a shut door', async () => {
    signInWithout('addOrganization')
    answer(organizations.list, {
      items: [
        { acronym: 'CENA', can: ['edit'] },
        { acronym: 'OIF', can: [] },
      ],
    })
    await renderPage('/organizations', 'Partenaires')
    expect(screen.getByRole('button', { name: 'Modifier CENA' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Modifier OIF' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Ajouter une organisation' })).toBeNull()
  })
})
