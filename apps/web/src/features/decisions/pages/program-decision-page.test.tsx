import { decisions } from '@entente/shared/decisions/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The decision of a dossier', () => {
  it('says what was decided, by whom and why', async () => {
    answer(decisions.ofProgram, {
      can: [],
      decisions: [{ outcome: 'defer', reason: 'Attendre le scrutin', decidedBy: { name: 'Luc Roy' } }],
    })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByText('Attendre le scrutin')).toBeDefined()
    expect(screen.getByText(/^Luc Roy/)).toBeDefined()
  })

  it('is taken by whoever may', async () => {
    answer(decisions.ofProgram, { can: ['decide'], decisions: [], outcomes: ['accept', 'decline'] })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByRole('radio', { name: /^Refuser/ })).toBeDefined()
    expect(screen.queryByRole('radio', { name: /^Reporter/ })).toBeNull()
  })

  it('is not there yet, and not for others to take', async () => {
    answer(decisions.ofProgram, { can: [], decisions: [] })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByText('Aucune décision consignée')).toBeDefined()
    expect(screen.queryByRole('radio', { name: /^Refuser/ })).toBeNull()
  })
})
