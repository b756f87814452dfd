import { expect, type Page } from '@playwright/test'
import { expectAccessible, programOf, settled, signInAs, test } from '../support/world.ts'

const card = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const lane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const spoken = (page: Page) => page.locator('output[aria-live="polite"][aria-atomic]')

const open = async (page: Page, path: string) => {
  await page.goto(path)
  await settled(page)
}

test('By keys a card crosses into another lane, takes its value, and comes back', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-002')
  await page.request.post(`/api/v1/programs/${id}/activities`, {
    data: { title: 'De couloir en couloir', type: 'other', priority: 'high' },
  })
  await open(page, `/programs/${id}/activities`)
  await page.getByLabel('Couloirs').selectOption('priority')
  await expect(page).toHaveURL(/lanes=priority/)
  await settled(page)
  await expectAccessible(page)
  const moved = card(page, 'De couloir en couloir')
  await expect(lane(page, 'Haute').filter({ has: moved })).toBeVisible()
  await moved.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(spoken(page)).toContainText('Normale, À faire')
  await page.keyboard.press('Space')
  await expect(lane(page, 'Normale').filter({ has: moved })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Annuler : De couloir/ })).toBeEnabled()
  await open(page, `/programs/${id}/activities?lanes=priority`)
  await expect(lane(page, 'Normale').filter({ has: moved })).toBeVisible()

  await moved.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await expect(spoken(page)).toContainText('Haute, À faire')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: /^Annuler : De couloir/ })).toBeEnabled()
  await page.keyboard.press('Control+z')
  await expect(spoken(page)).toContainText('Annulé : De couloir en couloir')
  await expect(lane(page, 'Normale').filter({ has: moved })).toBeVisible()
})

test('A lane with a limit says how much of it is taken, whatever the filter leaves', async ({ page }) => {
  await signInAs(page, 'coordinator')
  const id = await programOf(page.request, 'PCI-2026-009')
  const data = { title: 'Sous une limite', type: 'other', priority: 'urgent' }
  await page.request.post(`/api/v1/programs/${id}/activities`, { data })
  const limits = { laneAttribute: 'priority', laneLimit: 1, laneLimitMode: 'warn', personLimit: null }
  const kept = await page.request.post(`/api/v1/programs/${id}/board/limits`, {
    data: { ...limits, personLimitMode: 'warn' },
  })
  expect(kept.ok()).toBe(true)
  await open(page, `/programs/${id}/activities?lanes=priority&q=introuvable`)
  await expect(lane(page, 'Urgente')).toContainText('1 ouverte sur 1 au plus')
  await expect(lane(page, 'Urgente')).toContainText('limite atteinte')
  await expectAccessible(page)
})

test('The portfolio shows a lane for each country; a folded one says what it holds', async ({ page }) => {
  await signInAs(page, 'coordinator')
  await open(page, '/programs')
  await page.getByLabel('Couloirs').selectOption('country')
  await expect(page).toHaveURL(/lanes=country/)
  await settled(page)
  await expectAccessible(page)
  const madagascar = lane(page, 'Madagascar')
  await expect(madagascar.getByRole('group').first()).toBeVisible()
  await madagascar.getByRole('button', { name: 'Madagascar', exact: true }).click()
  await expect(madagascar.getByRole('group')).toHaveCount(0)
  await expect(madagascar).toContainText(/\d+ carte/)
})
