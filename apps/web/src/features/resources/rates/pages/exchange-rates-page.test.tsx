import { exchangeRates } from '@entente/shared/resources/rates/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The exchange rates', () => {
  it('shows what each currency is worth, and since when', async () => {
    answer(exchangeRates.inForce, { items: [{ currency: 'XOF', rate: '0.0022', source: 'Banque du Canada' }] })
    await renderPage('/exchange-rates', 'Taux de change')
    const row = screen.getByRole('row', { name: /^XOF/ })
    expect(row.textContent).toContain('0,0022')
    expect(row.textContent).toContain('Banque du Canada')
  })

  it('lets record a rate whoever may', async () => {
    await renderPage('/exchange-rates', 'Taux de change')
    expect(screen.getByRole('button', { name: 'Inscrire un taux' })).toBeDefined()
  })

  it('offers it to nobody else, and says so when no rate is in force', async () => {
    answer(exchangeRates.inForce, { items: [], can: [] })
    await renderPage('/exchange-rates', 'Taux de change')
    expect(screen.getByText('Aucun taux des 31 derniers jours')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Inscrire un taux' })).toBeNull()
  })
})
