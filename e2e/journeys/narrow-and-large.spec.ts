import { expect, type Page } from '@playwright/test'
import { visit } from '../support/visit.ts'
import { programOf, signInAs, test } from '../support/world.ts'

/** Where people work most; a path below a program's own page names its section. */
const places = [
  '/',
  '/programs',
  '/requests/new',
  '/allocations',
  '/dashboards',
  'PCI-2026-004',
  'PCI-2026-004/resources',
]

const go = async (page: Page, place: string) => {
  const [reference = '', section = ''] = place.split('/')
  const path = place.startsWith('/')
    ? place
    : `/programs/${await programOf(page.request, reference)}/${section}`.replace(/\/$/, '')
  await visit(page, path)
}

/** By how much the page is wider than the window, boards and tables that scroll by themselves left out. */
const overflow = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)

/** Buttons, links, headings and labels whose words are cut, unless they say them in full elsewhere or are for the ear only. */
const clipped = (page: Page) =>
  page.locator('button:visible, h1:visible, h2:visible, label:visible, nav a:visible').evaluateAll((elements) =>
    elements
      .filter((element) => !element.closest('[title]') && element.getAttribute('aria-label') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 4 && scrollWidth > clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .map((element) => element.textContent),
  )

const looked = async (page: Page) => {
  for (const place of places) {
    await go(page, place)
    expect({ place, overflow: await overflow(page), clipped: await clipped(page) }).toEqual({
      place,
      overflow: 0,
      clipped: [],
    })
  }
}

test.describe('The pages people work on (A06)', () => {
  test('fit a window of 320 px', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.setViewportSize({ width: 320, height: 640 })
    await looked(page)
  })

  test('fit with the text twice as large', async ({ page }) => {
    await signInAs(page, 'coordinator')
    // A browser that enlarges text to 200 % has half as many pixels of its own for the page.
    await page.setViewportSize({ width: 640, height: 450 })
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => document.documentElement.style.setProperty('font-size', '200%'))
    })
    await looked(page)
  })

  test('fit with more room between letters, words and lines', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.addInitScript(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
      )
      document.adoptedStyleSheets.push(sheet)
    })
    await looked(page)
  })

  test('stand still for people who ask for less motion', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const place of places) {
      await go(page, place)
      const moving = await page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
          .map((animation) => ('transitionProperty' in animation ? animation.transitionProperty : animation.id)),
      )
      expect({ place, moving }).toEqual({ place, moving: [] })
    }
  })

  test('keep their controls apart in forced colours', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.emulateMedia({ forcedColors: 'active' })
    for (const place of places) {
      await go(page, place)
      // With colours taken away a control needs an edge or a word; a compass segment needs its shape.
      const blank = await page
        .locator('button:visible')
        .evaluateAll((buttons) =>
          buttons
            .filter((button) => (button.textContent ?? '').trim() === '' && button.querySelector('svg') === null)
            .map((button) => button.outerHTML.slice(0, 120)),
        )
      expect({ place, blank }).toEqual({ place, blank: [] })
    }
  })
})
