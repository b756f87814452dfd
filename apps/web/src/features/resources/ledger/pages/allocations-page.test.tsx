import { allocations } from '@entente/shared/resources/requests/contract'
import { envelopes } from '@entente/shared/resources/envelopes/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'
import { signInWithout } from '../../../../../test/session.ts'

describe('The allocations', () => {
  it('shows the envelopes of the year and every request', async () => {
    answer(envelopes.list, { items: [{ holder: 'Direction' }] })
    answer(allocations.list, {
      items: [{ program: { reference: 'SN-2026-01', title: { fr: 'Appui au scrutin' } }, state: 'submitted' }],
    })
    await renderPage('/allocations', 'Demandes de ressources')
    expect(await screen.findByRole('link', { name: 'SN-2026-01 · Appui au scrutin' })).toBeDefined()
    expect(await screen.findByText(/Direction/)).toBeDefined()
  })

  it('lets ask for general work whoever may', async () => {
    await renderPage('/allocations', 'Affectations')
    const ask = screen.getByRole('link', { name: 'Demander pour un travail général' })
    expect(ask.getAttribute('href')).toBe('/allocations/new')
  })

  it('offers it to nobody else, and says so when no request fits', async () => {
    signInWithout('askResources')
    answer(allocations.list, { items: [] })
    await renderPage('/allocations', 'Affectations')
    expect(await screen.findByText('Aucune demande sous ces filtres')).toBeDefined()
    expect(screen.queryByRole('link', { name: 'Demander pour un travail général' })).toBeNull()
  })
})
