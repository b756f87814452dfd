import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render-page.tsx'

describe('An address that leads nowhere', () => {
  it('says so and leads back home', async () => {
    await renderPage('/nulle-part', 'Page introuvable')
    expect(screen.getByRole('link', { name: 'Revenir à l’accueil' }).getAttribute('href')).toBe('/')
  })
})
