import { expect, type Locator, type Page } from '@playwright/test'
import { people, settled, test } from '../support/world.ts'

/** Presses Tab until the element has the focus, as someone without a mouse does; a trap or a hidden stop fails. */
const tabTo = async (page: Page, target: Locator) => {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached by Tab').toBeFocused()
}

test('A manager signs in, reads and approves by keys alone', async ({ page }) => {
  await page.goto('/signin')
  await settled(page)
  await tabTo(page, page.getByLabel('Adresse courriel'))
  await page.keyboard.type(people.manager2)
  await page.keyboard.press('Tab')
  await page.keyboard.type('entente-demo')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/signin/)
  await settled(page)
  await tabTo(page, page.getByRole('link', { name: 'Approbations' }).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/approvals/)
  await settled(page)
  await tabTo(page, page.getByRole('button', { name: /^Approuver 28.700/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('PCI-2026-008')
})
