import { analyses } from '@entente/shared/analyses/contract'
import { programs } from '@entente/shared/programs/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The memo of an analysis', () => {
  it('shows every part, who wrote it and a button to print', async () => {
    answer(programs.get, { reference: 'SN-2026-01' })
    answer(analyses.ofProgram, {
      items: [{ number: 2, writers: [{ name: 'Luc Roy' }], content: { context: 'Un scrutin serré' } }],
    })
    await renderPage(dossierAt('analysis/memo'), 'Mémoire d’analyse, SN-2026-01')
    expect(screen.getByText('Luc Roy')).toBeDefined()
    expect(screen.getByText('Un scrutin serré')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Imprimer' })).toBeDefined()
  })

  it('is none, with nothing to print, before there is an analysis', async () => {
    answer(programs.get, { reference: 'SN-2026-01' })
    answer(analyses.ofProgram, { items: [] })
    await renderPage(dossierAt('analysis/memo'), 'Mémoire d’analyse, SN-2026-01')
    expect(screen.getByText('Aucune analyse')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Imprimer' })).toBeNull()
  })
})
