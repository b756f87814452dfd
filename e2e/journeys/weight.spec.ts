import { expect } from '@playwright/test'
import { programOf, settled, signInAs, test } from '../support/world.ts'

const KiB = 1024

/** What a first visit to a board may cost on a poor link, as it comes over the wire. */
const budget = { script: 220 * KiB, stylesheet: 45 * KiB, font: 40_000 }

test('A board comes light: scripts, styles and letters stay within their budget', async ({ page }) => {
  const bytes = { script: 0, stylesheet: 0, font: 0 }
  const isWeighed = (kind: string): kind is keyof typeof bytes => kind in bytes
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (isWeighed(kind)) bytes[kind] += Number(response.headers()['content-length'])
  })
  await signInAs(page, 'coordinator')
  await page.goto(`/programs/${await programOf(page.request, 'PCI-2026-004')}/activities`)
  await settled(page)
  await expect(page.locator('[data-card-id]').first()).toBeVisible()
  for (const kind of ['script', 'stylesheet', 'font'] as const) {
    expect(bytes[kind], kind).toBeGreaterThan(0)
    expect(bytes[kind], kind).toBeLessThanOrEqual(budget[kind])
  }
})

test('What a board shows first is asked for once, before its program is here', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-004')
  // What others change is read again, and others are at work: here nobody is heard.
  await page.route('**/api/v1/events*', () => undefined)
  await page.goto(`/programs/${id}/activities`)
  await settled(page)
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .toSorted((left, right) => left.startTime - right.startTime)
      .map(({ name }) => new URL(name).pathname),
  )
  const frame = asked.findIndex((path) => path.startsWith('/assets/layout-'))
  for (const address of ['session', `programs/${id}`, `programs/${id}/board`]) {
    const places = asked.flatMap((path, place) => (path === `/api/v1/${address}` ? [place] : []))
    expect(places, address).toHaveLength(1)
    expect(places[0], address).toBeLessThan(frame)
  }
})
