import { analyses } from '@entente/shared/analyses/contract'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../test/network.ts'
import { renderPage } from '../../../test/render-page.tsx'
import { signInWithout } from '../../../test/session.ts'

describe('The home page', () => {
  it('greets the person and names the places open to them', async () => {
    await renderPage('/', 'Bonjour, Awa Diop')
    const places = within(screen.getByRole('navigation', { name: 'Où aller' }))
    expect(places.getByRole('link', { name: /^Programmes/ }).getAttribute('href')).toBe('/programs')
    expect(places.getByRole('link', { name: /^Journal/ })).toBeDefined()
  })

  it('says what waits for the person', async () => {
    answer(analyses.list, { items: [{ programReference: 'SN-2026-01' }] })
    await renderPage('/', 'Bonjour, Awa Diop')
    expect(await screen.findByRole('link', { name: /SN-2026-01/ })).toBeDefined()
  })

  it('names no place whose door is shut, and shows no panel behind one', async () => {
    signInWithout('journal', 'waitingAnalyses')
    await renderPage('/', '1 demande attend votre décision')
    expect(screen.queryByRole('link', { name: /^Journal/ })).toBeNull()
    expect(screen.queryByRole('heading', { name: /analyse/ })).toBeNull()
  })
})
