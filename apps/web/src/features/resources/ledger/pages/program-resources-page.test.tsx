import { allocations } from '@entente/shared/resources/requests/contract'
import { programs } from '@entente/shared/programs/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'

describe('The resources of a dossier', () => {
  it('shows what was asked, line by line', async () => {
    answer(allocations.list, {
      items: [{ justification: 'Former les équipes de dépouillement', lines: [{ description: 'Location de salles' }] }],
    })
    await renderPage(dossierAt('resources'), 'Affectations du programme')
    expect(await screen.findByRole('rowheader', { name: /Location de salles/ })).toBeDefined()
    expect(screen.getByRole('heading', { name: 'Grand livre du programme' })).toBeDefined()
  })

  it('lets ask for resources whoever may', async () => {
    answer(programs.get, { can: ['allocate'] })
    await renderPage(dossierAt('resources'), 'Affectations du programme')
    expect(screen.getByRole('button', { name: /Demander/ })).toBeDefined()
  })

  it('offers it to nobody else, and says so when nothing was asked', async () => {
    answer(programs.get, { can: [] })
    answer(allocations.list, { items: [] })
    await renderPage(dossierAt('resources'), 'Affectations du programme')
    expect(await screen.findByText('Aucune demande de ressources')).toBeDefined()
    expect(screen.queryByRole('button', { name: /Demander/ })).toBeNull()
  })
})
