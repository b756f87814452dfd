import { context } from '@entente/shared/context/contract'
import { programs } from '@entente/shared/programs/contract'
import { proof } from '@entente/shared/proof/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../test/render-page.tsx'

const gate = { id: 'P1-G3', phase: 'inForce', state: 'failed', missing: [{ label: 'À vérifier', href: '/x' }] } as const

describe('The proof of a dossier', () => {
  it('lists each gate with the act that made it so, and the events around it', async () => {
    answer(programs.get, {})
    answer(proof.asOf, { gates: [{ ...gate, cause: { by: { name: 'Luc Roy' }, action: 'request.edit' } }] })
    answer(context.ofProgram, { items: [{ kind: 'pollMoved', clearing: null }], can: ['raise'] })
    await renderPage(dossierAt('proof'), 'La preuve à une date')
    expect(await screen.findByText(/Demande.: correction, par Luc Roy/)).toBeDefined()
    expect(screen.getByText('Scrutin déplacé')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Consigner un événement' })).toBeDefined()
  })
})
