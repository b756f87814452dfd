import { expect } from '@playwright/test'
import { expectAccessible, programOf, settled, signInAs, test } from './support/world.ts'

type Version = { id: string; number: number; version: number }

test('Two versions of an analysis are compared: what changed is marked on both sides', async ({ page }) => {
  await signInAs(page, 'analyst')
  const id = await programOf(page.request, 'PCI-2025-008')
  const started = await page.request.post(`/api/v1/programs/${id}/analyses`, { data: {} })
  expect(started.status()).toBe(201)
  const next = (await started.json()) as Version
  const edited = await page.request.patch(`/api/v1/analyses/${next.id}`, {
    data: { context: 'Le cycle électoral et le cadre légal ont été revus.' },
    headers: { 'if-match': `"${next.version}"` },
  })
  expect(edited.status()).toBe(200)
  await page.goto(`/programs/${id}/analysis`)
  await page.getByLabel('Comparer avec').selectOption(String(next.number - 1))
  await expect(page.getByRole('status').filter({ hasText: '1 partie sur 8 a changé.' })).toBeVisible()
  const context = page.getByRole('region', { name: 'Contexte' })
  await expect(context.locator('ins').filter({ hasText: 'revus' })).toBeVisible()
  await expect(context.locator('del').filter({ hasText: 'étudiés' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Recommandation' })).toContainText('inchangée')
  await settled(page)
  await expectAccessible(page)
})
