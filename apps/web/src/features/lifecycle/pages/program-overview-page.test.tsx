import { programs } from '@entente/shared/programs/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The overview of a dossier', () => {
  it('gives the key facts', async () => {
    answer(programs.get, { coordinator: { name: 'Luc Roy' }, plannedMoney: { amount: '25000.00' } })
    await renderPage(dossierAt(), 'Faits essentiels')
    expect(screen.getByText('Budget prévu').nextElementSibling?.textContent).toMatch(/25.000.*\$/)
    expect(screen.getByText('Responsable').nextElementSibling?.textContent).toBe('Luc Roy')
  })

  it('is changed by whoever may', async () => {
    answer(programs.get, { can: ['edit'] })
    await renderPage(dossierAt(), 'Faits essentiels')
    expect(screen.getByRole('button', { name: 'Modifier' })).toBeDefined()
  })

  it('is only read by others', async () => {
    answer(programs.get, { can: [] })
    await renderPage(dossierAt(), 'Faits essentiels')
    expect(screen.queryByRole('button', { name: 'Modifier' })).toBeNull()
  })
})
