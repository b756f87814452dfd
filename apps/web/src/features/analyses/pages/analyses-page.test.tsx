import { analyses } from '@entente/shared/analyses/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'

describe('The list of analyses', () => {
  it('shows every analysis with its program', async () => {
    answer(analyses.list, { items: [{ programReference: 'SN-2026-01', number: 2, state: 'submitted' }] })
    await renderPage('/analyses', 'Analyses')
    expect(await screen.findByRole('link', { name: 'SN-2026-01, version 2' })).toBeDefined()
  })

  it('says so when none waits for a review', async () => {
    answer(analyses.list, { items: [] })
    await renderPage('/analyses', 'En attente de votre révision')
    expect(screen.getByText('Aucune analyse n’attend votre révision')).toBeDefined()
  })
})
