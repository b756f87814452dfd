import { ledger } from '@entente/shared/resources/ledger/contract'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The ledger', () => {
  it('shows each entry, who made it and what it moved', async () => {
    answer(ledger.list, { items: [{ kind: 'expense', amount: '1250.00', by: { name: 'Luc Roy' } }] })
    await renderPage('/ledger', 'Écritures, de la plus ancienne à la plus récente')
    const entry = within(await screen.findByRole('row', { name: /Luc Roy/ }))
    expect(entry.getByText(/1.250.*\$/)).toBeDefined()
  })

  it('takes an entry back only where one may', async () => {
    answer(ledger.list, { items: [{ can: [] }] })
    await renderPage('/ledger', 'Grand livre')
    expect((await screen.findAllByRole('rowheader')).length).toBeGreaterThan(0)
    expect(screen.queryByRole('button', { name: /^Contrepasser/ })).toBeNull()
  })

  it('says so when there is no entry', async () => {
    answer(ledger.list, { items: [] })
    await renderPage('/ledger', 'Grand livre')
    expect(await screen.findByText('Aucune écriture')).toBeDefined()
  })
})
