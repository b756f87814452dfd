import { allocations } from '@entente/shared/resources/requests/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'

describe('The form of a request for resources', () => {
  it('asks what general work needs, line by line', async () => {
    await renderPage('/allocations/new', 'Travail général, sans programme')
    expect(await screen.findByRole('group', { name: 'Ligne 1' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Garder en brouillon' })).toBeDefined()
  })

  it('opens a draft with what was written', async () => {
    answer(allocations.get, {
      program: { reference: 'SN-2026-01', title: { fr: 'Appui au scrutin' } },
      justification: 'Former les formateurs de la commission',
    })
    await renderPage(dossierAt().replace('programs', 'allocations').concat('/edit'), 'SN-2026-01 · Appui au scrutin')
    const purpose = await screen.findByRole('textbox', { name: /^À quoi serviront ces ressources/ })
    expect(purpose).toHaveProperty('value', 'Former les formateurs de la commission')
  })
})
