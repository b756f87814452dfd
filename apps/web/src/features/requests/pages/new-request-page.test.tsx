import { requests } from '@entente/shared/requests/contract'
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sentTo } from '../../../../test/network.ts'
import { renderPage } from '../../../../test/render-page.tsx'

describe('A new request', () => {
  it('asks for the program and for what the letter says', async () => {
    await renderPage('/requests/new', 'Inscrire une demande')
    expect(screen.getByRole('group', { name: 'Titre du programme' })).toBeDefined()
    expect(screen.getByRole('textbox', { name: /^Objet/ })).toBeDefined()
  })

  it('is sent only when it is whole, and says what is missing', async () => {
    await renderPage('/requests/new', 'Inscrire une demande')
    fireEvent.click(screen.getByRole('button', { name: 'Inscrire la demande' }))
    expect((await screen.findAllByText('Ce champ est requis.')).length).toBeGreaterThan(0)
    expect(sentTo(requests.register)).toEqual([])
  })
})
