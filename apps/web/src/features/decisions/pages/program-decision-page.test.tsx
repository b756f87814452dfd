import { decisions } from '@entente/shared/decisions/contract'
import { programs } from '@entente/shared/programs/contract'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The decision of a dossier', () => {
  it('says what was decided, by whom and why', async () => {
    answer(decisions.ofProgram, {
      can: [],
      decisions: [{ outcome: 'defer', reason: 'Attendre le scrutin du printemps', decidedBy: { name: 'Luc Roy' } }],
    })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByText('Attendre le scrutin du printemps')).toBeDefined()
    expect(screen.getByText(/^Luc Roy/)).toBeDefined()
  })

  it('is taken by whoever may', async () => {
    answer(decisions.ofProgram, { can: ['decide'], decisions: [], outcomes: ['accept', 'decline'] })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByRole('radio', { name: /^Refuser/ })).toBeDefined()
    expect(screen.queryByRole('radio', { name: /^Reporter/ })).toBeNull()
  })

  it('asks an acceptance of a program without a plan why there is none', async () => {
    answer(programs.get, { plannedMoney: { amount: '0.00' } })
    answer(decisions.ofProgram, { can: ['decide'], decisions: [], outcomes: ['accept', 'decline'] })
    await renderPage(dossierAt('decision'), 'Décision')
    fireEvent.click(screen.getByRole('radio', { name: /^Accepter/ }))
    expect(await screen.findByRole('textbox', { name: /^Pourquoi le plan est nul/ })).toBeDefined()
    fireEvent.click(screen.getByRole('radio', { name: /^Refuser/ }))
    expect(screen.queryByRole('textbox', { name: /^Pourquoi le plan est nul/ })).toBeNull()
  })

  it('is not there yet, and not for others to take', async () => {
    answer(decisions.ofProgram, { can: [], decisions: [] })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByText('Aucune décision consignée')).toBeDefined()
    expect(screen.queryByRole('radio', { name: /^Refuser/ })).toBeNull()
  })

  it('offers to decide a waiver to whoever may', async () => {
    answer(decisions.ofProgram, { waivers: [{ can: ['decide'], cannot: {} }] })
    await renderPage(dossierAt('decision'), 'Décision')
    fireEvent.click(screen.getByRole('button', { name: 'Décider' }))
    expect(await screen.findByRole('dialog')).toBeDefined()
  })

  it('says beside the button why a waiver cannot be decided, and does nothing', async () => {
    answer(decisions.ofProgram, { waivers: [{ can: [], cannot: { decide: 'Vous l’avez proposée.' } }] })
    await renderPage(dossierAt('decision'), 'Décision')
    const button = () => screen.getByRole('button', { name: 'Décider', description: 'Vous l’avez proposée.' })
    expect(button().getAttribute('aria-disabled')).toBe('true')
    // What shows the reason is fetched once there is a button that needs it.
    await waitFor(() => {
      button().blur()
      button().focus()
      expect(document.activeElement).toBe(button())
      expect(screen.getByRole('tooltip').textContent).toBe('Vous l’avez proposée.')
    })
    fireEvent.click(button())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('has no button for what is closed to the role', async () => {
    answer(decisions.ofProgram, { waivers: [{ can: [], cannot: {} }] })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.queryByRole('button', { name: 'Décider' })).toBeNull()
  })

  it('says that an authorization waits for a second person, and lets it be withdrawn', async () => {
    answer(decisions.ofProgram, {
      authorizations: [{ state: 'recorded', confirmedBy: null, can: ['confirm', 'withdraw'], cannot: {} }],
    })
    await renderPage(dossierAt('decision'), 'Décision')
    expect(screen.getByText('à confirmer')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Confirmer' })).toBeDefined()
    fireEvent.click(screen.getByRole('button', { name: 'Consigner le retrait' }))
    expect(await screen.findByRole('dialog')).toBeDefined()
  })
})
