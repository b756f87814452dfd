import { stepRules } from '@entente/shared/resources/rules/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The approval rules', () => {
  it('shows each step in force and by whom the rules were signed', async () => {
    answer(stepRules.read, {
      proposed: null,
      rules: [{ name: { fr: 'Direction' } }],
      inForce: { decidedBy: { name: 'Luc Roy' } },
    })
    await renderPage('/step-rules', 'Règles d’approbation')
    expect(screen.getByRole('rowheader', { name: 'Direction' })).toBeDefined()
    expect(screen.getByText(/confirmées par Luc Roy/)).toBeDefined()
  })

  it('lets propose other rules whoever may, while none are proposed', async () => {
    answer(stepRules.read, { proposed: null, can: ['propose'] })
    await renderPage('/step-rules', 'Règles d’approbation')
    expect(screen.getByRole('button', { name: /Proposer/ })).toBeDefined()
  })

  it('lets nobody propose while rules wait to be confirmed', async () => {
    answer(stepRules.read, { can: ['propose'] })
    await renderPage('/step-rules', 'Règles à confirmer')
    expect(screen.queryByRole('button', { name: /Proposer/ })).toBeNull()
  })
})
