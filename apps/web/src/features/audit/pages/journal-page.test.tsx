import { audit } from '@entente/shared/audit/contract'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'

describe('The journal', () => {
  it('names who did what', async () => {
    answer(audit.list, { items: [{ actor: { name: 'Luc Roy' }, action: 'program.edit' }] })
    await renderPage('/journal', 'Journal')
    const row = within(await screen.findByRole('row', { name: /Luc Roy/ }))
    expect(row.getByText(/^Programme.: correction$/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Vérifier la chaîne' })).toBeDefined()
  })

  it('says so when the filters leave nothing', async () => {
    answer(audit.list, { items: [] })
    await renderPage('/journal?action=program.move', 'Journal')
    expect(await screen.findByText('Aucune écriture sous ces filtres')).toBeDefined()
    expect(screen.getByRole('textbox', { name: 'Quoi' })).toHaveProperty('value', 'program.move')
  })
})
