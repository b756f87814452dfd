import { portfolio } from '@entente/shared/lifecycle/portfolio/contract'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'
import { signInWithout } from '../../../../../test/session.ts'

describe('The board of programs', () => {
  it('shows each program with what blocks it', async () => {
    answer(portfolio.board, {
      columns: [
        {
          stage: 'analysis',
          cards: [
            {
              reference: 'SN-2026-01',
              title: { fr: 'Appui au scrutin' },
              stage: 'analysis',
              blockedBy: { gateId: 'P2-G1', label: 'Analyse à réviser', href: '/programs' },
            },
          ],
        },
      ],
    })
    await renderPage('/programs', 'Programmes')
    const card = within(await screen.findByRole('group', { name: 'SN-2026-01, Appui au scrutin' }))
    expect(card.getByRole('link', { name: 'P2-G1 · Analyse à réviser' })).toBeDefined()
  })

  it('lets register a request whoever may', async () => {
    await renderPage('/programs', 'Programmes')
    expect(screen.getByRole('link', { name: 'Inscrire une demande' }).getAttribute('href')).toBe('/requests/new')
  })

  it('offers no registration to others', async () => {
    signInWithout('registerRequest')
    await renderPage('/programs', 'Programmes')
    expect(screen.queryByRole('link', { name: 'Inscrire une demande' })).toBeNull()
  })
})
