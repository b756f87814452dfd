import { decisions } from '@entente/shared/decisions/contract'
import { lifecycle } from '@entente/shared/lifecycle/contract'
import { programs } from '@entente/shared/programs/contract'
import { requests } from '@entente/shared/requests/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { dossierAt, renderPage } from '../../../../../test/render-page.tsx'

describe('The timeline of a dossier', () => {
  it('tells the stages, the request and the gates as they were read', async () => {
    answer(programs.get, { stages: [{ stage: 'received', by: 'Luc Roy' }] })
    answer(requests.ofProgram, { number: 14 })
    answer(lifecycle.evaluations, { items: [{ gateId: 'P1-G1' }] })
    answer(decisions.ofProgram, { waivers: [] })
    await renderPage(dossierAt('timeline'), 'Fil du dossier')
    expect(screen.getByText('Entrée à l’étape « Demande reçue »')).toBeDefined()
    expect(screen.getByText('Demande nº 14 inscrite')).toBeDefined()
    expect(screen.getByText('P1-G1 : pourquoi ?')).toBeDefined()
  })
})
