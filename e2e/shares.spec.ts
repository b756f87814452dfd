import { canary } from '../prisma/seed/acts/canary.ts'
import { expect } from '@playwright/test'
import { dayFromNow, expectAccessible, programOf, signInAs, test } from './support/world.ts'

const inWords = (day: string) =>
  new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

type Share = { id: string; version: number; url: string }

test.describe('A shared link', () => {
  test('shows the program without an account, and dies at once when it is revoked', async ({
    page,
    browser,
    baseURL,
  }) => {
    await signInAs(page, 'coordinator')
    const expiresOn = dayFromNow(200)
    const programId = await programOf(page.request, 'PCI-2026-004')
    const granted = await page.request.post(`/api/v1/programs/${programId}/shares`, {
      data: { kind: 'link', sections: ['overview', 'milestones', 'results'], expiresOn },
    })
    const share = (await granted.json()) as Share
    const visitor = await (
      await browser.newContext({ locale: 'fr-CA', ...(baseURL !== undefined && { baseURL }) })
    ).newPage()
    await visitor.goto(new URL(share.url).pathname)
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Formation du personnel électoral')
    await expect(visitor.getByText(inWords(expiresOn))).toBeVisible()
    await expectAccessible(visitor)
    await expect(visitor.getByText(canary)).toHaveCount(0)
    const revoked = await page.request.delete(`/api/v1/shares/${share.id}`, {
      headers: { 'if-match': `"${share.version}"` },
    })
    expect(revoked.status()).toBe(204)
    const gone = await visitor.goto(new URL(share.url).pathname)
    expect(gone?.status()).toBe(200)
    await expect(visitor.getByText('Formation du personnel électoral')).toHaveCount(0)
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
    await visitor.context().close()
  })
})
