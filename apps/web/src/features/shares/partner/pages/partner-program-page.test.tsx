import { partnerViews } from '@entente/shared/shares/partner/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'
import { signInWithout } from '../../../../../test/session.ts'

describe('A program as a partner sees it', () => {
  it('asks the partner for its opinion, then says how the program goes', async () => {
    signInWithout('dossier')
    answer(partnerViews.ofProgram, { program: { title: { fr: 'Appui au scrutin' } }, overview: { contact: 'Luc Roy' } })
    await renderPage(dossierAt(), 'Appui au scrutin')
    expect(await screen.findByRole('button', { name: 'Donner cet avis' })).toBeDefined()
    expect(screen.getByText('Luc Roy')).toBeDefined()
  })

  it('shows no part that is not shared', async () => {
    signInWithout('dossier')
    answer(partnerViews.ofProgram, { sections: ['overview'], documents: undefined })
    await renderPage(dossierAt(), 'Où en est le programme')
    expect(screen.queryByRole('heading', { name: 'Documents' })).toBeNull()
  })
})
