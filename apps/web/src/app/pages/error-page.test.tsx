import { organizations } from '@entente/shared/organizations/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectCrash } from '../../../test/complaints.ts'
import { refuse } from '../../../test/network.ts'
import { renderPage } from '../../../test/render-page.tsx'

describe('The page of an error', () => {
  it('says what was refused and offers to try again', async () => {
    expectCrash()
    refuse(organizations.list, 'wrong-state', 'Le registre est fermé.')
    await renderPage('/organizations', 'La page n’a pas pu s’afficher')
    expect(screen.getByRole('alert').textContent).toContain('Le registre est fermé.')
    expect(screen.getByRole('button', { name: 'Réessayer' })).toBeDefined()
  })

  it('is no page for whoever may not see it', async () => {
    expectCrash()
    refuse(organizations.list, 'closed-to-role', 'Réservé à d’autres rôles.')
    await renderPage('/organizations', 'Page introuvable')
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
