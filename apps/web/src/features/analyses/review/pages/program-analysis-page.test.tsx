import { analyses } from '@entente/shared/analyses/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'

describe('The analysis of a dossier', () => {
  it('shows what was written, and a field for it where one may write', async () => {
    answer(analyses.ofProgram, { items: [{ can: ['edit'], content: { context: 'Un scrutin serré' } }] })
    await renderPage(dossierAt('analysis'), 'Contexte')
    expect(await screen.findByRole('textbox', { name: 'Contexte' })).toHaveProperty('value', 'Un scrutin serré')
  })

  it('is only read by others', async () => {
    answer(analyses.ofProgram, { items: [{ can: [], content: { context: 'Un scrutin serré' } }] })
    await renderPage(dossierAt('analysis'), 'Contexte')
    expect(screen.getByText('Un scrutin serré')).toBeDefined()
    expect(screen.queryByRole('textbox', { name: 'Contexte' })).toBeNull()
  })
})
