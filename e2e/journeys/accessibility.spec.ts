import { expect, type Page } from '@playwright/test'
import { test } from '../support/looks.ts'
import { visit } from '../support/visit.ts'
import { expectAccessible, programOf, settled, type Who } from '../support/world.ts'

test.describe.configure({ mode: 'parallel' })

type Place = { who: Who; path: string; program?: string }

const sections = [
  '',
  '/request',
  '/analysis',
  '/decision',
  '/agreements',
  '/activities',
  '/activities?view=calendar',
  '/activities?view=timeline',
  '/resources',
  '/transfer',
  '/partners',
  '/documents',
  '/timeline',
]

const places: Place[] = [
  ...[
    '/',
    '/programs',
    '/programs?view=list',
    '/programs?view=calendar',
    '/programs?view=timeline',
    '/programs?view=map',
    '/requests',
    '/requests/new',
    '/analyses',
    '/allocations',
    '/exchange-rates',
    '/step-rules',
    '/organizations',
    '/dashboards',
    '/dashboards?tab=elections',
    '/capacity',
    '/capacity?by=profile&step=month',
    '/capacity?tab=find&profile=Informatique&from=2027-01-11&to=2027-03-19&days=40',
    '/capacity?tab=bookings',
    '/capacity?tab=staff',
    '/calendar',
  ].map((path) => ({ who: 'coordinator' as const, path })),
  ...sections.map((path) => ({ who: 'coordinator' as const, path, program: 'PCI-2026-004' })),
  { who: 'manager2', path: '/' },
  { who: 'manager2', path: '/approvals' },
  { who: 'executive', path: '/decision', program: 'PCI-2026-009' },
  { who: 'auditor', path: '/journal' },
  { who: 'host', path: '/' },
  { who: 'host', path: '', program: 'PCI-2026-004' },
]

type Look = { colorScheme: 'light' | 'dark'; width: number; height: number }
const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** In this theme and width the page has no fault and does not scroll sideways. */
const look = async (page: Page, { colorScheme, width, height }: Look) => {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height })
  await settled(page)
  await expectAccessible(page)
  const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(overflow, `no sideways scrolling at ${width}`).toBe(0)
}

const load = async (page: Page, address: string) => {
  await page.goto(address)
  await settled(page)
}

// Between them the two languages show every page by day and by night, on a desk and on a phone, and both ways to come
// there: by its address, and from another page.
const visits: {
  language: '' | '@en'
  lang: RegExp
  open: (page: Page, address: string) => Promise<void>
  looks: [Look, ...Look[]]
}[] = [
  {
    language: '',
    lang: /^fr/,
    open: load,
    looks: [
      { colorScheme: 'light', ...desk },
      { colorScheme: 'dark', ...phone },
    ],
  },
  { language: '@en', lang: /^en/, open: visit, looks: [{ colorScheme: 'dark', ...desk }] },
]

for (const { language, lang, open, looks: seen } of visits)
  test.describe('Every page', () => {
    for (const { who, path, program } of places)
      test.describe(() => {
        test.use({ who })
        test(`${program ?? ''}${path} as ${who} is accessible ${language}`.trim(), async ({ page }) => {
          // What a page draws first must fit too: it opens as it is first looked at.
          const [first] = seen
          await page.emulateMedia({ colorScheme: first.colorScheme })
          await page.setViewportSize(first)
          await open(page, program === undefined ? path : `/programs/${await programOf(page.request, program)}${path}`)
          await expect(page.locator('html')).toHaveAttribute('lang', lang)
          for (const one of seen) await look(page, one)
        })
      })
  })
