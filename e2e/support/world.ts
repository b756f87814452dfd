import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type APIRequestContext, type ConsoleMessage, expect, type Page, test as base } from '@playwright/test'
import type axeCore from 'axe-core'

/** The demonstration people, by what they do. */
export const people = {
  coordinator: 'coordination@demo.example',
  coordinator2: 'coordination2@demo.example',
  analyst: 'analyse@demo.example',
  analyst2: 'analyse2@demo.example',
  manager: 'gestion@demo.example',
  manager2: 'gestion2@demo.example',
  executive: 'direction@demo.example',
  funder: 'partenaire.oif@demo.example',
  host: 'partenaire.ceni-mg@demo.example',
  auditor: 'audit@demo.example',
  admin: 'admin@demo.example',
} as const
export type Who = keyof typeof people

/** Opens a session as this person in the page's own browser context. */
export const signInAs = async (page: Page, who: Who) => {
  const answer = await page.request.post('/api/v1/session', { data: { email: people[who], password: 'entente-demo' } })
  expect(answer.status()).toBe(200)
}

/** The day so many days from today, as the institution counts days. */
export const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(Date.now() + days * 86_400_000)

type Programs = { items: { id: string; reference: string; title: { fr: string } }[] }

/** The id of a program of the demonstration. */
export const programOf = async (request: APIRequestContext, reference: string) => {
  const answer = await request.get(`/api/v1/programs?q=${reference}`)
  const { items } = (await answer.json()) as Programs
  const found = items.find((program) => program.reference === reference)
  if (found === undefined) throw new Error(`No program ${reference}`)
  return found.id
}

/** A program of its own for a test, from the registration of its request. */
export const register = async (page: Page, title: string) => {
  const answer = await page.request.post('/api/v1/requests', {
    data: {
      title: { fr: title, en: null },
      countryCode: 'TG',
      kind: 'program',
      requestingAuthority: { name: 'CENI', type: 'emb' },
      channel: 'dge',
      signedOn: dayFromNow(-12),
      receivedOn: dayFromNow(-10),
      object: 'Appui demandé.',
    },
  })
  return (await answer.json()) as { id: string; program: { id: string; reference: string } }
}

/** In the page: its letters have come, nothing travels any more, and a whole picture was drawn since. */
const drawn = async () => {
  const travels = document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) < 1_000)
  await Promise.allSettled([document.fonts.ready, ...travels.map(({ finished }) => finished)])
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** In the page: what axe finds wrong, in these parts of it or in all of it. */
const findings = async ({ parts, tags }: { parts: string[]; tags: string[] }) => {
  const { axe } = window as unknown as { axe: typeof axeCore }
  const { violations } = await axe.run(parts.length === 0 ? document : { include: parts }, {
    // Only what is wrong is asked for: to name everything that is right costs as much as to look.
    resultTypes: ['violations'],
    runOnly: { type: 'tag', values: tags },
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** No fault that axe can see (A01), on the whole page or in these parts of it. */
export const expectAccessible = async (page: Page, ...parts: string[]) => {
  // A card on its way to another place lies over what it passes.
  await page.evaluate(drawn)
  // To bring axe into a page costs as much as to use it: it stays until another is loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  expect(await page.evaluate(findings, { parts, tags }), `on ${page.url()}`).toEqual([])
}

/** Every test fails on an error in the page's console, a failed script or a breach of the content policy. */
export const test = base.extend<{ clean: void }>({
  clean: [
    async ({ page }, use) => {
      const complaints: string[] = []
      const onError = (error: Error) => complaints.push(error.message)
      const onMessage = (message: ConsoleMessage) => {
        // The browser itself reports every refused request; refusals are part of the job.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text())
      }
      page.on('pageerror', onError)
      page.on('console', onMessage)
      await use()
      page.off('pageerror', onError)
      page.off('console', onMessage)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/** Waits until the page shows its heading, has nothing more to load, and has been drawn as it now is. */
export const settled = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(drawn)
}
