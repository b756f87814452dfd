import { reports } from '@entente/shared/dashboards/reports/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The reports', () => {
  it('show envelopes and resources, and are taken away as files', async () => {
    answer(reports.resources, { rows: [{ label: 'SN-2026-01' }] })
    await renderPage('/reports', 'Engagé, prévu et réel')
    expect(await screen.findByRole('rowheader', { name: 'SN-2026-01' })).toBeDefined()
    expect(screen.getByRole('heading', { name: 'Enveloppes' })).toBeDefined()
    expect(screen.getByRole('button', { name: /^Grand livre.: télécharger en CSV$/ })).toBeDefined()
  })
})
