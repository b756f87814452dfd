import { users } from '@entente/shared/users/contract'
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sentTo } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'
import { signOut } from '../../../../test/session.ts'

describe('The set-up of a new installation', () => {
  it('asks for the first account, whose password has a rule', async () => {
    signOut()
    await renderPage('/setup#jeton', 'Mise en service')
    expect(screen.getByRole('textbox', { name: /^Nom/ })).toBeDefined()
    expect(screen.getByText('Au moins 12 caractères')).toBeDefined()
  })

  it('sends nothing that is not whole', async () => {
    signOut()
    await renderPage('/setup#jeton', 'Mise en service')
    fireEvent.click(screen.getByRole('button', { name: 'Créer le compte' }))
    expect((await screen.findAllByText('Ce champ est requis.')).length).toBeGreaterThan(0)
    expect(sentTo(users.setUp)).toEqual([])
  })
})
