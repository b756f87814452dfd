import { partnerViews } from '@entente/shared/shares/partner/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer, refuse } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('A program through a shared link', () => {
  it('shows what is shared, and until when', async () => {
    answer(partnerViews.byLink, { program: { title: { fr: 'Appui au scrutin' } }, expiresOn: '2026-12-31' })
    await renderPage('/shared/abc', 'Appui au scrutin')
    expect(screen.getByText(/31 déc. 2026/)).toBeDefined()
  })

  it('asks for the password where there is one', async () => {
    refuse(partnerViews.byLink, 'wrong-credentials', 'Mot de passe requis.')
    await renderPage('/shared/abc', 'Programme partagé')
    expect(screen.getByLabelText(/^Mot de passe/)).toBeDefined()
  })

  it('says so when the link opens nothing any more', async () => {
    refuse(partnerViews.byLink, 'not-found', 'Rien ici.')
    await renderPage('/shared/abc', 'Ce lien n’ouvre plus rien')
    expect(screen.getByText(/Il est échu/)).toBeDefined()
  })
})
