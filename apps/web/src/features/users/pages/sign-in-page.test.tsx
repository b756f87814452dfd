import { users } from '@entente/shared/users/contract'
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { refuse, sentTo } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'
import { signOut } from '../../../../test/session.ts'

describe('The sign-in page', () => {
  it('signs in with an address and a password', async () => {
    signOut()
    await renderPage('/signin', 'Connexion')
    fireEvent.change(screen.getByLabelText(/^Adresse courriel/), { target: { value: 'awa@example.org' } })
    fireEvent.change(screen.getByLabelText(/^Mot de passe/), { target: { value: 'un mot de passe' } })
    fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    await screen.findByRole('heading', { name: /^Bonjour/ })
    expect(sentTo(users.signIn)).toEqual([{ email: 'awa@example.org', password: 'un mot de passe' }])
  })

  it('says why nobody was let in', async () => {
    signOut()
    refuse(users.signIn, 'wrong-credentials', 'Vérifiez l’adresse et le mot de passe.')
    await renderPage('/signin', 'Connexion')
    fireEvent.change(screen.getByLabelText(/^Adresse courriel/), { target: { value: 'awa@example.org' } })
    fireEvent.change(screen.getByLabelText(/^Mot de passe/), { target: { value: 'un autre' } })
    fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Vérifiez l’adresse et le mot de passe.')
  })

  it('is passed by whoever is signed in', async () => {
    await renderPage('/signin?next=/organizations', 'Partenaires')
    expect(screen.queryByRole('heading', { name: 'Connexion' })).toBeNull()
  })
})
