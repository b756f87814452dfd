import { elections } from '@entente/shared/calendar/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../test/network.ts'
import { renderPage } from '../../../test/render-page.tsx'

describe('The electoral calendar', () => {
  it('shows our elections and who is away', async () => {
    answer(elections.list, { items: [{ kind: 'general', place: null }] })
    answer(rehearsals.recall, { away: [{ person: { name: 'Jean Roy' } }], ahead: [{ person: { name: 'Lise Côté' } }] })
    await renderPage('/calendar', 'Nos élections à venir')
    expect(await screen.findByRole('rowheader', { name: /^Élections générales/ })).toBeDefined()
    expect(await screen.findByRole('rowheader', { name: /Jean Roy/ })).toBeDefined()
    expect(screen.getByRole('rowheader', { name: /Lise Côté/ })).toBeDefined()
  })

  it('says so when no election is to come', async () => {
    answer(elections.list, { items: [] })
    await renderPage('/calendar', 'Calendrier électoral')
    expect(await screen.findByText('Aucune élection à venir au calendrier')).toBeDefined()
  })
})
