import { expect } from '@playwright/test'
import { expectAccessible, programOf, settled, signInAs, test, type Who } from './world.ts'

type Place = { who: Who; path: string; program?: string }

const sections = [
  '',
  '/request',
  '/analysis',
  '/decision',
  '/agreements',
  '/activities',
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
    '/requests',
    '/requests/new',
    '/analyses',
    '/allocations',
    '/organizations',
    '/dashboards',
  ].map((path) => ({ who: 'coordinator' as const, path })),
  ...sections.map((path) => ({ who: 'coordinator' as const, path, program: 'PCI-2026-004' })),
  { who: 'manager2', path: '/' },
  { who: 'manager2', path: '/approvals' },
  { who: 'executive', path: '/decision', program: 'PCI-2026-009' },
  { who: 'auditor', path: '/journal' },
  { who: 'host', path: '/' },
  { who: 'host', path: '', program: 'PCI-2026-004' },
]

/** Every page, in French here and in English where the title says @en, light and dark, wide and on a phone. */
const visit = (language: string) => {
  for (const { who, path, program } of places) {
    const name = program === undefined ? path : `${program}${path}`
    test(`${name} as ${who} is accessible, in both themes and on a phone ${language}`.trim(), async ({ page }) => {
      await signInAs(page, who)
      const address = program === undefined ? path : `/programs/${await programOf(page.request, program)}${path}`
      await page.goto(address)
      await settled(page)
      await expect(page.locator('html')).toHaveAttribute('lang', language === '@en' ? /^en/ : /^fr/)
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 390, height: 844 })
      await settled(page)
      await expectAccessible(page)
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
      expect(overflow, 'no sideways scrolling of the page').toBe(0)
    })
  }
}

test.describe('Every page', () => {
  visit('')
  visit('@en')
})
