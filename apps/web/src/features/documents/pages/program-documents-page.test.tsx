import { documents } from '@entente/shared/documents/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The documents of a dossier', () => {
  it('can each be opened, and say who stored them', async () => {
    answer(documents.ofProgram, { items: [{ name: 'lettre.pdf', uploadedBy: { name: 'Luc Roy' } }] })
    await renderPage(dossierAt('documents'), 'Documents')
    expect(screen.getByRole('link', { name: 'lettre.pdf' }).getAttribute('href')).toContain('/documents/')
    expect(screen.getByRole('row', { name: /^lettre.pdf/ }).textContent).toContain('Luc Roy')
  })

  it('lead to the letter of the request while there are none', async () => {
    answer(documents.ofProgram, { items: [] })
    await renderPage(dossierAt('documents'), 'Documents')
    expect(screen.getByRole('link', { name: 'Joindre la lettre de demande' })).toBeDefined()
  })
})
