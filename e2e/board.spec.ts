import { expect, type Page } from '@playwright/test'
import { programOf, register, settled, signInAs, test } from './world.ts'

const card = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(name) })

test.describe('The portfolio board', () => {
  test('refuses a move that gates block, says which and leads to the field', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const { program } = await register(page, 'Refus au tableau')
    await page.goto('/programs')
    await settled(page)
    await card(page, program.reference)
      .getByRole('button', { name: /Déplacer/ })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Déplacer/ })
      .click()
    const panel = page.getByRole('dialog').filter({ hasText: 'P1-G3' })
    await expect(panel).toBeVisible()
    await panel.getByRole('link', { name: /deuxième personne/ }).click()
    await expect(page).toHaveURL(/\/request#verification$/)
  })

  test('says why a stage passed cannot be undone, and what can be done instead', async ({ page }) => {
    await signInAs(page, 'coordinator')
    await page.goto('/programs')
    await settled(page)
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('alert')).toHaveCount(0)
    await card(page, 'PCI-2026-014').focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    await expect(page.getByRole('region', { name: 'Analyse' })).toContainText('PCI-2026-014')
    await expect(page.locator('[data-pending]')).toHaveCount(0)
    await page.keyboard.press('Control+z')
    const notice = page.getByRole('alert')
    await expect(notice).toContainText('PCI-2026-014 reste à l’étape « Analyse »')
    await expect(page.getByRole('region', { name: 'Analyse' })).toContainText('PCI-2026-014')
    await notice.getByRole('link', { name: 'Ouvrir PCI-2026-014' }).click()
    await expect(page).toHaveURL(/\/programs\/[0-9a-f-]{36}$/)
  })

  test('shows another person’s move within a second, without a reload', async ({ page, browser, baseURL }) => {
    await signInAs(page, 'coordinator')
    const { id, program } = await register(page, 'Vu par une autre')
    await page.goto('/programs')
    await settled(page)
    await expect(card(page, program.reference)).toContainText('P1-G3')
    const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
    const other = await context.newPage()
    await signInAs(other, 'analyst2')
    await other.request.post(`/api/v1/requests/${id}/verification`, {
      data: { method: 'callback', note: 'Confirmée.' },
    })
    await expect(card(page, program.reference)).not.toContainText('P1-G3', { timeout: 1000 })
    await context.close()
  })
})

test.describe('The activity board', () => {
  test('moves a card by keyboard alone and keeps it there', async ({ page }) => {
    await signInAs(page, 'coordinator')
    const programId = await programOf(page.request, 'PCI-2026-004')
    await page.goto(`/programs/${programId}/activities`)
    await settled(page)
    const coaching = card(page, 'Accompagnement à distance')
    await coaching.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    const column = page.getByRole('region', { name: /En attente de l’hôte/ })
    await expect(column.getByRole('group', { name: /Accompagnement à distance/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /^Annuler : Accompagnement/ })).toBeEnabled()
    await page.reload()
    await settled(page)
    await expect(column.getByRole('group', { name: /Accompagnement à distance/ })).toBeVisible()
  })
})
