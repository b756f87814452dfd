import { yearEnds } from '@entente/shared/resources/envelopes/year-end-contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../../../test/network.ts'
import { renderPage } from '../../../../../test/render-page.tsx'

describe('The end of a fiscal year', () => {
  it('shows what is left of each envelope', async () => {
    answer(yearEnds.preview, { items: [{ envelope: { holder: 'Direction', profile: null }, proposed: '0.00' }] })
    await renderPage('/year-end', 'Ce qui reste, et où cela irait')
    expect(screen.getByRole('rowheader', { name: /Direction/ })).toBeDefined()
  })

  it('lets propose to carry over what is left, once the year has ended', async () => {
    answer(yearEnds.preview, { hasEnded: true, can: ['propose'], items: [{ left: '100.00', proposed: '0.00' }] })
    await renderPage('/year-end', 'Ce qui reste, et où cela irait')
    expect(screen.getByRole('button', { name: /report/i })).toBeDefined()
  })

  it('proposes nothing while the year runs', async () => {
    answer(yearEnds.preview, { hasEnded: false, can: ['propose'], items: [{ left: '100.00', proposed: '0.00' }] })
    await renderPage('/year-end', 'Ce qui reste, et où cela irait')
    expect(screen.getByText(/Cet exercice n’est pas terminé/)).toBeDefined()
    expect(screen.queryByRole('button', { name: /report/i })).toBeNull()
  })
})
