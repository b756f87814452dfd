import { partnerships } from '@entente/shared/partnerships/contract'
import { safeguards } from '@entente/shared/safeguards/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

describe('The agreements of a dossier', () => {
  it('show the terms of reference and what was signed', async () => {
    answer(safeguards.ofProgram, { items: [{ title: 'Cadre de 2026' }] })
    answer(partnerships.ofProgram, { agreements: [{ title: 'Protocole de Dakar' }] })
    await renderPage(dossierAt('agreements'), 'Cadre de référence')
    expect(screen.getByText('Cadre de 2026')).toBeDefined()
    expect(await screen.findByRole('rowheader', { name: 'Protocole de Dakar' })).toBeDefined()
  })

  it('are proposed only by whoever may', async () => {
    answer(safeguards.ofProgram, { items: [], can: [] })
    await renderPage(dossierAt('agreements'), 'Cadre de référence')
    expect(screen.getByText('Aucun cadre de référence proposé')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Proposer un cadre de référence' })).toBeNull()
  })
})
