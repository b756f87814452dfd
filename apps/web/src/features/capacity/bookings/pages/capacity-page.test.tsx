import { bookings } from '@entente/shared/capacity/bookings/contract'
import { capacity } from '@entente/shared/capacity/load/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The capacity', () => {
  it('shows the load of each person first', async () => {
    answer(capacity.map, { people: [{ staff: { name: 'Jean Roy' } }] })
    await renderPage('/capacity', 'Capacité')
    expect(await screen.findByRole('link', { name: 'Jean Roy' })).toBeDefined()
    expect(screen.getByRole('radio', { name: 'Charge' })).toHaveProperty('checked', true)
  })

  it('shows the bookings where the address asks for them', async () => {
    answer(bookings.list, { items: [{ staff: { name: 'Jean Roy' }, purpose: 'Mission à Dakar' }] })
    await renderPage('/capacity?tab=bookings', 'Capacité')
    expect((await screen.findByRole('row', { name: /^Jean Roy/ })).textContent).toContain('Mission à Dakar')
  })
})
