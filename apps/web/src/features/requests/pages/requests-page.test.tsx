import { requests } from '@entente/shared/requests/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer, refuse } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'
import { signInWithout } from '../../../../test/session.ts'

describe('The register of requests', () => {
  it('names each request, its program and who asked', async () => {
    answer(requests.list, {
      items: [
        { number: 14, program: { reference: 'SN-2026-01' }, requestingAuthority: { name: 'Commission électorale' } },
        { number: 13 },
      ],
    })
    await renderPage('/requests', 'Demandes')
    const row = await screen.findByRole('row', { name: /Demande nº 14/ })
    expect(row.textContent).toContain('SN-2026-01')
    expect(row.textContent).toContain('Commission électorale')
    expect(screen.getByRole('link', { name: 'Demande nº 13' })).toBeDefined()
  })

  it('lets register a request whoever may', async () => {
    await renderPage('/requests', 'Demandes')
    expect(screen.getByRole('link', { name: 'Inscrire une demande' }).getAttribute('href')).toBe('/requests/new')
  })

  it('offers no registration to others, and says when the register is empty', async () => {
    signInWithout('registerRequest')
    answer(requests.list, { items: [] })
    await renderPage('/requests', 'Demandes')
    expect(await screen.findByText('Aucune demande au registre')).toBeDefined()
    expect(screen.queryByRole('link', { name: 'Inscrire une demande' })).toBeNull()
  })

  it('says why the register was refused', async () => {
    refuse(requests.list, 'wrong-state', 'Le registre est en réparation.')
    await renderPage('/requests', 'Demandes')
    expect((await screen.findByRole('alert')).textContent).toContain('Le registre est en réparation.')
  })
})
