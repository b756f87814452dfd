import { participation } from '@entente/shared/participation/contract'
import { partnerships } from '@entente/shared/partnerships/contract'
import { shares } from '@entente/shared/shares/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The partners of a dossier', () => {
  it('show who takes part, what they said, and what they may see', async () => {
    answer(partnerships.ofProgram, { organizations: [{ organization: { name: 'Commission électorale' } }] })
    answer(participation.ofProgram, { consultations: [{ opinion: 'Nous sommes prêts à recevoir la mission' }] })
    await renderPage(dossierAt('partners'), 'Organisations du programme')
    expect(await screen.findByText('Commission électorale')).toBeDefined()
    expect(await screen.findByText('Avis : Nous sommes prêts à recevoir la mission')).toBeDefined()
    expect(await screen.findByRole('heading', { name: 'Partages' })).toBeDefined()
  })

  it('are given a share only by whoever may', async () => {
    answer(shares.ofProgram, { items: [], can: [] })
    await renderPage(dossierAt('partners'), 'Partages')
    expect(screen.getByText('Le programme n’est partagé avec personne')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Partager' })).toBeNull()
  })
})
