import { portfolioPanel } from '@entente/shared/dashboards/portfolio/contract'
import { rehearsals } from '@entente/shared/dashboards/rehearsals/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The dashboards', () => {
  it('show the portfolio first, each figure leading to its rows', async () => {
    answer(portfolioPanel.get, {
      pipeline: [{ stage: 'analysis', count: { value: 7, href: '/programs?stage=analysis' } }],
      blockedGates: [],
      upcomingPolls: [{ reference: 'SN-2026-01', on: '2026-11-01', days: 47 }],
    })
    await renderPage('/dashboards', 'Tableaux de bord')
    expect(await screen.findByRole('heading', { name: 'Les prochains scrutins' })).toBeDefined()
    expect(screen.getByRole('link', { name: '7' }).getAttribute('href')).toBe('/programs?stage=analysis')
  })

  it('rehearse an election where the address asks for it', async () => {
    answer(rehearsals.rehearse, { activities: [{ title: 'Mission à Dakar' }] })
    await renderPage('/dashboards?tab=elections', 'Tableaux de bord')
    expect(screen.getByRole('radio', { name: 'Élections' })).toHaveProperty('checked', true)
    expect(await screen.findByRole('link', { name: /Mission à Dakar/ })).toBeDefined()
  })
})
