import { approvals } from '@entente/shared/resources/approvals/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The inbox of approvals', () => {
  it('shows what each decision would leave in the envelope', async () => {
    answer(approvals.inbox, {
      items: [
        {
          allocation: { program: { reference: 'SN-2026-01', title: { fr: 'Appui au scrutin' } } },
          lines: [{ line: { description: 'Location de salles' } }],
        },
      ],
    })
    await renderPage('/approvals', 'Approbations')
    expect(screen.getByRole('heading', { name: 'SN-2026-01 · Appui au scrutin' })).toBeDefined()
    expect(screen.getByRole('textbox', { name: /^Accordé.: Location de salles/ })).toBeDefined()
    expect(screen.getByRole('rowheader', { name: 'Reste' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Retourner avec une question' })).toBeDefined()
  })

  it('says so when nothing waits', async () => {
    answer(approvals.inbox, { items: [] })
    await renderPage('/approvals', 'Approbations')
    expect(screen.getByText('Rien n’attend votre décision')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Approuver/ })).toBeNull()
  })
})
