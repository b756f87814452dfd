import { boards } from '@entente/shared/activities/board-contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../test/network.ts'
import { dossierAt, renderPage } from '../../../test/render-page.tsx'

describe('The activities of a dossier', () => {
  it('come with the views people keep of the board', async () => {
    answer(boards.get, { columns: [{ name: 'À faire', cards: [{ title: 'Atelier de formation' }] }] })
    await renderPage(dossierAt('activities'), 'Activités')
    expect(screen.getByRole('group', { name: 'Atelier de formation' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Vues' })).toBeDefined()
  })
})
