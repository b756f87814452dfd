import { requests } from '@entente/shared/requests/contract'
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The request of a dossier', () => {
  it('says who asks, through whom, for what', async () => {
    answer(requests.ofProgram, {
      number: 14,
      requestingAuthority: { name: 'Commission électorale' },
      object: 'Former les formateurs',
    })
    await renderPage(dossierAt('request'), 'Demande nº 14')
    expect(screen.getByText('Commission électorale (organisme électoral)')).toBeDefined()
    expect(screen.getByText('Former les formateurs')).toBeDefined()
  })

  it('is corrected by whoever may', async () => {
    answer(requests.ofProgram, { number: 14, can: ['edit'] })
    await renderPage(dossierAt('request'), 'Demande nº 14')
    fireEvent.click(screen.getByRole('button', { name: 'Corriger' }))
    expect(await screen.findByRole('textbox', { name: /^Objet/ })).toBeDefined()
  })

  it('is only read by others, and says that the letter is missing', async () => {
    answer(requests.ofProgram, { number: 14, can: [], letterDocumentId: null })
    await renderPage(dossierAt('request'), 'Demande nº 14')
    expect(screen.getByText('Lettre absente')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Corriger' })).toBeNull()
  })
})
