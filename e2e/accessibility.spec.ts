import { expect, type Page } from '@playwright/test'
import { test } from './looks.ts'
import { expectAccessible, programOf, settled, type Who } from './world.ts'

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

/** In this theme and width the page has no fault and does not scroll sideways. */
const look = async (page: Page, colorScheme: 'light' | 'dark', width: number, height: number) => {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height })
  await settled(page)
  await expectAccessible(page)
  const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(overflow, `no sideways scrolling at ${width}`).toBe(0)
}

/** Every page, in French here and in English where the title says @en, light and dark, wide and on a phone. */
const visit = (language: string) => {
  for (const { who, path, program } of places)
    test.describe(() => {
      test.use({ who })
      const name = `${program ?? ''}${path} as ${who} is accessible, in both themes and on a phone`
      test(`${name} ${language}`.trim(), async ({ page }) => {
        await page.emulateMedia({ colorScheme: 'light' })
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.goto(program === undefined ? path : `/programs/${await programOf(page.request, program)}${path}`)
        await settled(page)
        await expect(page.locator('html')).toHaveAttribute('lang', language === '@en' ? /^en/ : /^fr/)
        await look(page, 'light', 1440, 900)
        await look(page, 'dark', 390, 844)
      })
    })
}

for (const language of ['', '@en']) test.describe('Every page', () => visit(language))
