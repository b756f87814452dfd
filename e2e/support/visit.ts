import { expect, type Page } from '@playwright/test'
import { words } from './words.ts'
import { settled } from './world.ts'

/** In the page: goes to an address as a link does, without loading anything anew. */
const follow = (address: string) => {
  history.pushState({ key: crypto.randomUUID() }, '', address)
  dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
}

const nothing = (page: Page) => {
  const titled = (language: 'fr' | 'en') =>
    page.getByRole('heading', { level: 1, name: words(language, 'app:notFound.title') })
  return titled('fr').or(titled('en'))
}

/**
 * Shows a page once it has settled: by its address where nothing is open yet, then as by a link, at a fifth of the cost
 * of a load. The way leads over an address without a page, so that nothing of the page before is left.
 */
export const visit = async (page: Page, address: string) => {
  if (page.url() === 'about:blank') await page.goto(address)
  else {
    await page.evaluate(follow, '/nowhere')
    await expect(nothing(page)).toBeVisible()
    await page.evaluate(follow, address)
    await expect(nothing(page)).toHaveCount(0)
  }
  await settled(page)
}
