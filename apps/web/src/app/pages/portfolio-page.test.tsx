import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../test/render-page.tsx'

describe('The portfolio', () => {
  it('comes with the views people keep of it', async () => {
    await renderPage('/programs', 'Programmes')
    expect(screen.getByRole('button', { name: 'Vues' })).toBeDefined()
  })
})
