import { programs } from '@entente/shared/programs/contract'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('A dossier', () => {
  it('says what it is, where it stands and what parts it has', async () => {
    answer(programs.get, {
      reference: 'SN-2026-01',
      title: { fr: 'Appui au scrutin' },
      stage: 'analysis',
      suspended: null,
      toPutRight: [],
    })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.getByRole('link', { name: 'SN-2026-01' })).toBeDefined()
    expect(within(screen.getByRole('list', { name: 'Parcours du dossier' })).getByText('Analyse')).toBeDefined()
    const parts = within(screen.getByRole('navigation', { name: 'Parties du dossier' }))
    expect(parts.getByRole('link', { name: 'Documents' }).getAttribute('href')).toBe(dossierAt('documents'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('offers the next stage to whoever may move it', async () => {
    answer(programs.get, { title: { fr: 'Appui au scrutin' }, moves: ['decision'] })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.getByRole('button', { name: /^Passer à «.Décision/ })).toBeDefined()
  })

  it('offers no stage where there is none to move to', async () => {
    answer(programs.get, { title: { fr: 'Appui au scrutin' }, moves: [] })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.queryByRole('button', { name: /^Passer à/ })).toBeNull()
  })

  it('says why and since when it is suspended', async () => {
    answer(programs.get, {
      title: { fr: 'Appui au scrutin' },
      suspended: { by: 'Luc Roy', note: 'Coup d’État dans la capitale' },
    })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.getByText(/Luc Roy. Coup d’État/)).toBeDefined()
  })

  it('says in the menu why it cannot be suspended', async () => {
    const cannot = { suspend: 'Le dossier est déjà suspendu.' }
    answer(programs.get, { title: { fr: 'Appui au scrutin' }, can: [], cannot })
    await renderPage(dossierAt(), 'Appui au scrutin')
    fireEvent.click(screen.getByRole('button', { name: 'Autres actions' }))
    const item = await screen.findByRole('menuitem', { name: /Le dossier est déjà suspendu/ })
    expect(item.getAttribute('aria-disabled')).toBe('true')
  })
})
