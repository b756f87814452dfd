import { transfer } from '@entente/shared/transfer/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('What a program leaves behind', () => {
  it('shows the competences, the lessons and the evaluation', async () => {
    answer(transfer.ofProgram, {
      objectives: [{ competence: 'Tenir la liste électorale' }],
      lessons: [{ theme: 'Calendrier' }],
      evaluation: { summary: 'Objectif atteint avec les équipes de l’hôte' },
    })
    await renderPage(dossierAt('transfer'), 'Objectifs de transfert')
    expect(screen.getByRole('rowheader', { name: 'Tenir la liste électorale' })).toBeDefined()
    expect(screen.getByText('Calendrier', { selector: 'p' })).toBeDefined()
    expect(screen.getByText('Objectif atteint avec les équipes de l’hôte')).toBeDefined()
  })

  it('is added to only by whoever may', async () => {
    answer(transfer.ofProgram, { objectives: [], can: [] })
    await renderPage(dossierAt('transfer'), 'Objectifs de transfert')
    expect(screen.getByText('Aucun objectif de transfert')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Définir un objectif' })).toBeNull()
  })
})
