import { expect } from '@playwright/test'
import { settled, signInAs, test } from './support/world.ts'

test('Every way to look at the portfolio keeps one filter, and shows its programs', async ({ page }) => {
  await signInAs(page, 'coordinator')
  await page.goto('/programs?country=SN')
  await settled(page)
  await expect(page.getByRole('group', { name: /PCI-2025-008/ })).toBeVisible()
  await expect(page.getByRole('group', { name: /^PCI-/ })).toHaveCount(1)
  for (const way of ['Liste', 'Chronologie', 'Carte']) {
    await page.getByRole('radio', { name: way }).locator('..').click()
    await expect(page).toHaveURL(/country=SN/)
    await settled(page)
    await expect(page.getByRole('link', { name: /PCI-2025-008/ }).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /PCI-2026-004/ })).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Sénégal : 1 programme' }).press('Enter')
  await expect(page).not.toHaveURL(/country=SN/)
  await expect(page.getByRole('table').getByRole('link', { name: /PCI-2026-004/ })).toBeVisible()
})

test('A list of activities is sorted by its columns and changed by keys alone', async ({ page }) => {
  await signInAs(page, 'coordinator')
  await page.goto('/programs?country=MG')
  await settled(page)
  await page.getByRole('link', { name: 'PCI-2026-004' }).first().click()
  await page.getByRole('link', { name: 'Activités' }).click()
  await page.getByRole('radio', { name: 'Liste' }).locator('..').click()
  await settled(page)
  await page.getByRole('button', { name: /^Échéance/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: /^Échéance/ })).toHaveAttribute(
    'aria-sort',
    /ascending|descending/,
  )
  await expect(page).toHaveURL(/sort=/)
})
