import { boards } from '@entente/shared/activities/board-contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'

describe('The board of activities', () => {
  it('shows the columns and the cards of the team', async () => {
    answer(boards.get, { columns: [{ name: 'En cours', cards: [{ title: 'Atelier' }, { title: 'Mission à Dakar' }] }] })
    await renderPage(dossierAt('activities'), 'En cours')
    expect(screen.getByRole('group', { name: 'Atelier' })).toBeDefined()
    expect(screen.getByRole('group', { name: 'Mission à Dakar' })).toBeDefined()
  })

  it('is changed by whoever may', async () => {
    answer(boards.get, { can: ['edit'] })
    await renderPage(dossierAt('activities'), 'Activités')
    expect(screen.getByRole('button', { name: 'Ajouter une activité' })).toBeDefined()
  })

  it('is only read by others', async () => {
    answer(boards.get, { can: [] })
    await renderPage(dossierAt('activities'), 'Activités')
    expect(screen.queryByRole('button', { name: 'Ajouter une activité' })).toBeNull()
  })

  it('says so when there is nothing yet', async () => {
    answer(boards.get, { columns: [] })
    await renderPage(dossierAt('activities'), 'Activités')
    expect(screen.getByText('Aucune activité pour l’instant')).toBeDefined()
  })
})
