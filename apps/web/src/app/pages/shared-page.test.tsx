import { partnerViews } from '@entente/shared/shares/partner/contract'
import { users } from '@entente/shared/users/contract'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answer } from '../../../test/network.ts'
import { renderPage } from '../../../test/render-page.tsx'
import { signOut } from '../../../test/session.ts'

describe('A shared link', () => {
  it('says that demonstration data are a demonstration', async () => {
    signOut()
    answer(users.server, { demo: true })
    answer(partnerViews.byLink, { program: { title: { fr: 'Appui au scrutin' } } })
    await renderPage('/shared/abc', 'Appui au scrutin')
    expect(await screen.findByRole('note')).toBeDefined()
  })

  it('says nothing of the kind about real data', async () => {
    signOut()
    answer(users.server, { demo: false })
    await renderPage('/shared/abc', 'Où en est le programme')
    expect(screen.queryByRole('note')).toBeNull()
  })
})
