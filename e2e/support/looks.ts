import type { BrowserContextOptions, Page } from '@playwright/test'
import { type Language, words } from './words.ts'
import { signInAs, test as base, type Who } from './world.ts'

const languageOf = (locale: string | undefined): Language => (locale?.startsWith('en') ? 'en' : 'fr')

/** French is seen by day on a desk, English by night on a phone: between them every text, theme and width. */
const looks = {
  fr: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  en: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const

type Open = (name: string, options: BrowserContextOptions) => Promise<{ page: Page; isNew: boolean }>
type Fixtures = { who: Who | null; say: (key: string) => RegExp }

/** Tests of one person share one signed-in page: its session and what it has loaded. */
export const test = base.extend<Fixtures, { open: Open }>({
  who: ['coordinator', { option: true }],
  open: [
    async ({ browser }, use) => {
      const desks = new Map<string, Page>()
      await use(async (name, options) => {
        const known = desks.get(name)
        const page = known ?? (await (await browser.newContext(options)).newPage())
        desks.set(name, page)
        return { page, isNew: known === undefined }
      })
      for (const page of desks.values()) await page.context().close()
    },
    { scope: 'worker' },
  ],
  say: async ({ locale }, use) => use((key) => words(languageOf(locale), key)),
  page: async ({ who, open, locale, baseURL, timezoneId }, use) => {
    const language = languageOf(locale)
    const options = {
      ...looks[language],
      reducedMotion: 'reduce' as const,
      ...(locale !== undefined && { locale }),
      ...(baseURL !== undefined && { baseURL }),
      ...(timezoneId !== undefined && { timezoneId }),
    }
    const { page, isNew } = await open(`${who} ${language}`, options)
    if (isNew && who !== null) await signInAs(page, who)
    const { viewport, colorScheme } = looks[language]
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await use(page)
  },
})
