import { programs } from '@entente/shared/programs/contract'
import { partnerViews } from '@entente/shared/shares/partner/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../test/network.ts'
import { dossierAt, renderPage } from '../../../test/render-page.tsx'
import { signInWithout } from '../../../test/session.ts'

describe('The address of a program', () => {
  it('opens the dossier for colleagues', async () => {
    answer(programs.get, { title: { fr: 'Appui au scrutin' } })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.getByRole('navigation', { name: 'Parties du dossier' })).toBeDefined()
  })

  it('opens for a partner what is shared with them, and no more', async () => {
    signInWithout('dossier')
    answer(partnerViews.ofProgram, { program: { title: { fr: 'Appui au scrutin' } } })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(screen.queryByRole('navigation', { name: 'Parties du dossier' })).toBeNull()
  })
})
